import { catalogue, ceType, dataschemaOf, isDay, latestVersionOf, resolveEmployer, type CloudEvent, type EventContract } from '@netral/contracts';
import canonicalize from 'canonicalize';
import type { Sender } from '../../ingest/ingest';
import type { Template } from '../template/template';

const ID_LETTERS = 32;
/** Of a row without a day of its own, which its contract refuses. */
const NO_DAY = '2000-01-01';

const textFrom = (read: () => unknown): string | undefined => {
  try {
    const value = read();
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The office that a limited sender speaks for here: the employer that the row names, if it is one of theirs. */
const sourceOf = ({ agency, employers }: Sender, data: Readonly<Record<string, unknown>>): string => {
  if (employers === undefined || employers.length === 0) return `urn:netral:${agency}`;
  const nested = data['data'] as Readonly<Record<string, unknown>> | undefined;
  const named = data['employer'] ?? nested?.['employer'];
  const codes = typeof named === 'string' ? (['2019', '2022'] as const).map((edition) => resolveEmployer(named, edition)).flatMap((found) => (found.ok ? [found.code] : [])) : [];
  return `urn:netral:${agency}:${employers.find((code) => codes.includes(code)) ?? employers[0]}`;
};

const matterOf = ({ type }: Template, data: Readonly<Record<string, unknown>>): string | undefined => {
  const contract = catalogue[type] as unknown as EventContract<string, unknown>;
  if (contract.role === 'any') return textFrom(() => data['matter']);
  return contract.matter === 'personnel' ? undefined : textFrom(() => contract.matterId(data));
};

/**
 * The message that a row is. The same row is the same message for ever: without an id of the sender's own its id is a keyed hash of its
 * content (nothing can be guessed from it), its time the beginning of the fact's own day.
 * @param hash the vault's keyed hash
 */
export const messageOfRow = (template: Template, sender: Sender, id: string | undefined, data: Readonly<Record<string, unknown>>, hash: (content: string) => string): CloudEvent => {
  const { type } = template;
  const contract = catalogue[type] as unknown as EventContract<string, unknown>;
  const day = textFrom(() => contract.ownDay(data));
  const content = {
    source: sourceOf(sender, data), type: ceType(type), dataschema: dataschemaOf(type, latestVersionOf(type)),
    time: `${day !== undefined && isDay(day) ? day : NO_DAY}T00:00:00+07:00`, data,
  };
  const made = id ?? `sheet-${hash(`netral-spreadsheet ${canonicalize({ agency: sender.agency, ...content }) as string}`).slice(0, ID_LETTERS)}`;
  return { specversion: '1.0', id: made, subject: matterOf(template, data) ?? made, datacontenttype: 'application/json', ...content };
};
