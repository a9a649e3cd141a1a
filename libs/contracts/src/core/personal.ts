import type { EventType } from '../catalogue';
import { nestedOf } from './corrected';
import { firstStaying, planFor, rewrite, type Plan, type Rewriting } from './personal-plan';

/** What an event's data names of persons, texts and employers, each with its JSON pointer from the root of the message. */
export interface Marks {
  readonly identities: readonly { readonly pointer: string; readonly nip: string; readonly name?: string }[];
  readonly texts: readonly { readonly pointer: string; readonly text: string }[];
  readonly employers: readonly { readonly pointer: string; readonly ref: string }[];
}

/** What stands in the log for each: a pseudonym, the id of a sealed text, an employer's code. */
export interface Replacements {
  readonly subject: (nip: string) => string;
  readonly sealed: (pointer: string) => string;
  readonly employer: (ref: string, pointer: string) => string;
}

const SEALED = 'sealed:';
/** Of nested data in which nothing is marked. */
const NO_PLAN: Plan = { kind: 'object', fields: new Map() };

const rewriteAll = (type: EventType, version: number, data: unknown, pointer: string, how: Rewriting): unknown => {
  const rewritten = rewrite(planFor(type, version), data, pointer, how);
  const nested = nestedOf(type, data);
  if (nested === undefined) return rewritten;
  return { ...(rewritten as object), data: rewriteAll(nested.type, nested.version, nested.data, `${pointer}/data`, how) };
};

/** Everything in valid data, as sent, that may not reach the log as it is. In the order of the data; repeats included. */
export const marksOf = (type: EventType, version: number, wireData: unknown): Marks => {
  const identities: { pointer: string; nip: string; name?: string }[] = [];
  const texts: { pointer: string; text: string }[] = [];
  const employers: { pointer: string; ref: string }[] = [];
  rewriteAll(type, version, wireData, '/data', {
    person: (person, pointer) => {
      const { nip, name } = person as { nip: string; name?: string };
      identities.push(name === undefined ? { pointer, nip } : { pointer, nip, name });
      return person;
    },
    text: (text, pointer) => (texts.push({ pointer, text }), text),
    employer: (ref, pointer) => (employers.push({ pointer, ref }), ref),
  });
  return { identities, texts, employers };
};

/** The data as the log holds it. No NIP, name or free text of it is left; valid data in, never throws of itself. */
export const toStored = (type: EventType, version: number, wireData: unknown, by: Replacements): unknown =>
  rewriteAll(type, version, wireData, '/data', {
    person: ({ nip, name: _sealed, ...traits }) => ({ subject: by.subject(nip as string), ...traits }),
    text: (_text, pointer) => `${SEALED}${by.sealed(pointer)}`,
    employer: by.employer,
  });

/** Pointer of the first text of valid data, as sent, that stays as it is in the log and that `holds`. */
export const stayingText = (type: EventType, version: number, wireData: unknown, holds: (text: string) => boolean): string | undefined => {
  const nested = nestedOf(type, wireData);
  const found = firstStaying(planFor(type, version), wireData, holds, nested && (planFor(nested.type, nested.version) ?? NO_PLAN));
  return found === undefined ? undefined : `/data${found}`;
};

/** Pseudonyms that stored data names, each once, in the order of the data. */
export const subjectsOf = (type: EventType, version: number, stored: unknown): readonly string[] => {
  const subjects = new Set<string>();
  const person: Rewriting['person'] = (fields) => (subjects.add(fields['subject'] as string), fields);
  rewriteAll(type, version, stored, '/data', { ...KEEP, person });
  return [...subjects];
};

/** Ids (without `sealed:`) of the texts of stored data, in the order of the data. */
export const sealedTextIdsOf = (type: EventType, version: number, stored: unknown): readonly string[] => {
  const ids: string[] = [];
  const text: Rewriting['text'] = (reference) => (ids.push(reference.slice(SEALED.length)), reference);
  rewriteAll(type, version, stored, '/data', { ...KEEP, text });
  return ids;
};

const KEEP: Rewriting = { person: (fields) => fields, text: (text) => text, employer: (ref) => ref };
