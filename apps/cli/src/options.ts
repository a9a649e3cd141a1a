import { parseArgs } from 'node:util';
import { closest } from './closest';
import { UsageError } from './command';
import { say, spoken, type Words } from './words';

/** One option of a command; without `value` it is a switch. */
export interface OptionSpec {
  /** What stands after it, in capitals: `FILE`. */
  readonly value?: string;
  readonly meaning: Words;
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface ParsedArguments<O extends OptionSpecs> {
  readonly values: { readonly [K in keyof O]?: string };
  readonly switches: ReadonlySet<keyof O>;
  readonly positionals: readonly string[];
}

/** Options that every command takes; the dispatcher reads them before the command sees the rest. */
export const commonOptions = {
  json: { meaning: { id: 'jawaban sebagai JSON, untuk program', en: 'the answer as JSON, for programs' } },
  'data-dir': { value: 'DIR', meaning: { id: 'folder data (bawaan: NETRAL_DATA_DIR, lalu data)', en: 'data folder (default: NETRAL_DATA_DIR, then data)' } },
  help: { meaning: { id: 'tampilkan bantuan ini', en: 'show this help' } },
} as const satisfies OptionSpecs;

/**
 * Reads the arguments of a command: each option once, its value there when it takes one, nothing that is not known.
 * @throws UsageError naming the argument and the nearest known name
 */
export const parseArguments = <const O extends OptionSpecs>(
  args: readonly string[], specs: O, positionalsMax: number,
): ParsedArguments<O> => {
  const options = Object.fromEntries(Object.entries(specs).map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' as const : 'string' as const }]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const values: Record<string, string> = {};
  const switches = new Set<keyof O>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined) throw unknownOption(token.rawName, specs);
    if (Object.hasOwn(values, token.name) || switches.has(token.name)) throw new UsageError(`--${token.name}: ${say('hanya boleh sekali', 'may stand once only')}`);
    if (spec.value === undefined) {
      if (token.value !== undefined) throw new UsageError(`--${token.name}: ${say('tidak memakai nilai', 'takes no value')}`);
      switches.add(token.name);
    } else values[token.name] = valueOf(token, spec.value);
  }
  const surplus = positionals[positionalsMax];
  if (surplus !== undefined) throw new UsageError(`${surplus}: ${say('argumen berlebih', 'one argument too many')}`);
  return { values: values as ParsedArguments<O>['values'], switches, positionals };
};

const valueOf = ({ name, value, inlineValue }: { name: string; value: string | undefined; inlineValue: boolean | undefined }, placeholder: string): string => {
  const missing = value === undefined || value === '' || (inlineValue !== true && value.length > 1 && value.startsWith('-'));
  if (missing) throw new UsageError(`--${name}: ${say(`perlu nilai ${placeholder}`, `needs a value ${placeholder}`)}`);
  return value;
};

const unknownOption = (rawName: string, specs: OptionSpecs): UsageError => {
  const near = closest(rawName.replace(/^-+/, ''), Object.keys({ ...specs, ...commonOptions }));
  return new UsageError(`${rawName}: ${say('opsi tidak dikenal', 'unknown option')}${near === undefined ? '' : `; ${say('maksudnya', 'did you mean')} --${near}?`}`);
};

/**
 * A whole number from a value on the command line.
 * @throws UsageError with what was found and expected
 */
export const wholeNumber = (name: string, text: string | undefined, min: number, max: number): number | undefined => {
  if (text === undefined) return undefined;
  const found = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(found >= min && found <= max)) throw new UsageError(`--${name}: ${say(`ditemukan ${text}, seharusnya bilangan bulat ${min}–${max}`, `found ${text}, expected a whole number from ${min} to ${max}`)}`);
  return found;
};

export interface UsageSpec {
  /** Ways to write it, without `netral`. */
  readonly synopsis: readonly string[];
  readonly about: readonly Words[];
  readonly options?: OptionSpecs;
}

/** The help of a command; docs/reference/cli.md holds the same text. */
export const renderUsage = ({ synopsis, about, options = {} }: UsageSpec): string => {
  const all: OptionSpecs = { ...options, ...commonOptions };
  const left = (name: string, { value }: OptionSpec): string => (value === undefined ? `--${name}` : `--${name} ${value}`);
  const width = Math.max(...Object.entries(all).map(([name, spec]) => left(name, spec).length));
  return [
    ...synopsis.map((line) => `netral ${line}`), '',
    ...about.flatMap(({ id, en }) => [id, en, '']),
    ...Object.entries(all).map(([name, spec]) => `  ${left(name, spec).padEnd(width)}  ${spoken(spec.meaning)}`),
  ].join('\n');
};
