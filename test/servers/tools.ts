import { spawnSync } from 'node:child_process';

/** What the servers are made with, and how each is asked for its version. */
const TOOLS = {
  java: { argument: '-version', remedy: 'a JDK, 17 or newer (Debian: default-jdk-headless)' },
  javac: { argument: '-version', remedy: 'a JDK, 17 or newer (Debian: default-jdk-headless)' },
  mvn: { argument: '-v', remedy: 'Maven (Debian: maven)' },
  go: { argument: 'version', remedy: 'Go, 1.22 or newer (Debian: golang)' },
} as const;

export type Tool = keyof typeof TOOLS;

/** Why these tools cannot be used here; nothing when all of them answer. */
export const missingTools = (...tools: readonly Tool[]): string | undefined => {
  const missing = tools.filter((tool) => spawnSync(tool, [TOOLS[tool].argument], { stdio: 'ignore' }).status !== 0);
  return missing.length === 0 ? undefined : missing.map((tool) => `\`${tool}\` does not run: install ${TOOLS[tool].remedy}`).join('; ');
};
