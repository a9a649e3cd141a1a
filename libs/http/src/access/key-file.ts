import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One key as the server keeps it: never the key itself. */
export interface KeptKey {
  readonly id: string;
  readonly kind: 'agency' | 'investigator' | 'operator';
  readonly agency?: string;
  /** Employers that the key may speak for; absent: whatever its agency is granted. */
  readonly employers?: readonly string[];
  /** SHA-256 of the key, hex. */
  readonly sha256: string;
  readonly createdAt: string;
  /** Apart from authority: a revoked key says nothing of what its agency may state. */
  readonly revokedAt?: string;
}

export const accessFileOf = (dataDir: string): string => join(dataDir, 'access.json');
export const secretsFileOf = (dataDir: string): string => join(dataDir, 'secrets', 'keys.json');

/** Whole or not at all, and only its owner may read it. */
const writeOwnFile = (file: string, content: unknown): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w', 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
};

export const readKeys = (dataDir: string): readonly KeptKey[] => {
  const file = accessFileOf(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { keys: readonly KeptKey[] }).keys : [];
};
export const writeKeys = (dataDir: string, keys: readonly KeptKey[]): void => writeOwnFile(accessFileOf(dataDir), { keys });

/** The keys themselves, by id: for their owner to hand out, and then to take away. */
export const readSecrets = (dataDir: string): Readonly<Record<string, string>> => {
  const file = secretsFileOf(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
};
export const writeSecrets = (dataDir: string, secrets: Readonly<Record<string, string>>): void => writeOwnFile(secretsFileOf(dataDir), secrets);
