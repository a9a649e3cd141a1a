import { readDay, readInstant, endOfDay } from './instant';

/** JSON Schema of a parameter's text, for the description of the API. */
export interface ParameterSchema {
  readonly type: 'string' | 'integer';
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string | number;
}

/** One parameter of a question: what it means, what may stand in it and how it is read. The API's description is made from this. */
export interface Parameter<T> {
  readonly name: string;
  readonly meaning: string;
  readonly expected: string;
  readonly schema: ParameterSchema;
  readonly example?: string;
  /** Undefined: cannot stand here. */
  readonly read: (text: string) => T | undefined;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;
export type ValuesOf<P extends Parameters> = { readonly [K in keyof P]?: P[K] extends Parameter<infer T> ? T : never };

const matching = (pattern: RegExp) => (text: string): string | undefined => (pattern.test(text) ? text : undefined);
const CODE = '^[A-Za-z0-9._-]{1,64}$';

export const dayParameter = (name: string, meaning: string, example: string): Parameter<string> => ({
  name, meaning, example, expected: 'a day that exists, YYYY-MM-DD',
  schema: { type: 'string', format: 'date' },
  read: (text) => (readDay(text) === undefined ? undefined : text),
});

export const codeParameter = (name: string, meaning: string, example?: string): Parameter<string> => ({
  name, meaning, ...(example === undefined ? {} : { example }), expected: 'a code: 1 to 64 letters, digits, dots, dashes or underscores',
  schema: { type: 'string', pattern: CODE },
  read: matching(new RegExp(CODE)),
});

export const patternParameter = (name: string, meaning: string, pattern: string, expected: string, example?: string): Parameter<string> => ({
  name, meaning, expected, ...(example === undefined ? {} : { example }),
  schema: { type: 'string', pattern },
  read: matching(new RegExp(pattern)),
});

export const choiceParameter = <const T extends string>(name: string, meaning: string, values: readonly T[], fallback?: T): Parameter<T> => ({
  name, meaning, expected: `one of ${values.join(', ')}`,
  schema: { type: 'string', enum: values, ...(fallback === undefined ? {} : { default: fallback }) },
  read: (text) => values.find((value) => value === text),
});

export const integerParameter = (name: string, meaning: string, minimum: number, maximum: number, fallback?: number): Parameter<number> => ({
  name, meaning, expected: `a whole number from ${minimum} to ${maximum}`,
  schema: { type: 'integer', minimum, maximum, ...(fallback === undefined ? {} : { default: fallback }) },
  read: (text) => (/^(0|[1-9]\d{0,9})$/.test(text) && Number(text) >= minimum && Number(text) <= maximum ? Number(text) : undefined),
});

/** An instant, or a day meaning its end, in milliseconds since 1970. */
export const instantOrDayParameter = (name: string, meaning: string, example: string): Parameter<number> => ({
  name, meaning, example, expected: 'an instant with offset (RFC 3339), or a day, YYYY-MM-DD, meaning its end in Asia/Jakarta',
  schema: { type: 'string' },
  read: (text) => {
    const day = readDay(text);
    return day === undefined ? readInstant(text) : endOfDay(day);
  },
});
