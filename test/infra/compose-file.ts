import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const REPOSITORY = join(__dirname, '../..');
export const COMPOSE_FILE = join(REPOSITORY, 'docker-compose.yml');

export interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly (string | { readonly source: string; readonly target: string })[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[]; readonly interval: string; readonly timeout: string; readonly retries: number; readonly start_period: string };
  readonly [other: string]: unknown;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly [other: string]: unknown;
}

/** `$$`, `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:?message}`: all of compose's forms that the file uses, and no other. */
const REFERENCE = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:[-?])([^}]*))?\})/g;

const interpolated = (text: string, variables: Readonly<Record<string, string>>): string =>
  text.replace(REFERENCE, (_, dollar: string | undefined, bare: string | undefined, braced: string | undefined, mark: string | undefined, rest: string | undefined) => {
    if (dollar !== undefined) return '$';
    const name = (bare ?? braced) as string;
    const found = variables[name] ?? '';
    if (found !== '' || mark === undefined) return found;
    if (mark === ':-') return rest ?? '';
    throw new Error(`${name}: ${rest}`);
  });

const throughout = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => throughout(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, throughout(each, change)]));
};

/** The file as it stands, anchors and merges resolved. */
export const composeFile = (): ComposeFile => parse(readFileSync(COMPOSE_FILE, 'utf8'), { merge: true }) as ComposeFile;

/** With the variables that `.env` gives. @throws Error naming a variable that is required and not there */
export const composeFileWith = (variables: Readonly<Record<string, string>>): ComposeFile =>
  throughout(composeFile(), (text) => interpolated(text, variables)) as ComposeFile;

/** Lines of NAME=value. */
export const envFile = (file: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readFileSync(file, 'utf8').split('\n').filter((line) => /^\w+=/.test(line)).map((line) => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1)];
  }));
