import { containsNip } from '@netral/contracts';
import type { Parameters, ValuesOf } from './parameter';
import type { Problems } from './problems';

/** A question's parameters as they came: each name with its values, in order. */
export type RawParameters = ReadonlyMap<string, readonly string[]>;

/** Reads what follows the question mark of an address; keeps repeats and empty values, which a question may not have. */
export const rawParameters = (search: string): RawParameters => {
  const raw = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(search)) {
    const values = raw.get(name);
    if (values === undefined) raw.set(name, [value]);
    else values.push(value);
  }
  return raw;
};

/** Reads the parameters that are known, and notes each that is unknown, repeated, empty or impossible. */
export const readParameters = <P extends Parameters>(raw: RawParameters, known: P, problems: Problems): ValuesOf<P> => {
  const values: Record<string, unknown> = {};
  for (const [name, texts] of raw) {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    const [text = ''] = texts;
    if (parameter === undefined) problems.add(name, 'an unknown parameter', Object.keys(known).length === 0 ? 'no parameter' : `one of ${Object.keys(known).join(', ')}`);
    else if (texts.length > 1) problems.add(name, `${texts.length} times`, 'once');
    else if (text === '') problems.add(name, 'empty', parameter.expected);
    // A question is echoed in its answer: no parameter is a person's number. A place in the log has twenty digits.
    else if (!/^\d{20}$/.test(text) && containsNip(text)) problems.add(name, text, `${parameter.expected}; never a NIP`);
    else {
      const value = parameter.read(text);
      if (value === undefined) problems.add(name, text, parameter.expected);
      else values[name] = value;
    }
  }
  return values as ValuesOf<P>;
};
