import type { EventType } from '../catalogue';
import { shapeOf } from './found';
import { checkNip, containsNip } from './nip';
import { marksOf, toStored } from './personal';
import { DONE, refused, type Result } from './result';

/** That every NIP can be one, and no list names one twice. */
const checkIdentities = (type: EventType, version: number, data: unknown): Result<void> => {
  const seen = new Set<string>();
  for (const { pointer, nip } of marksOf(type, version, data).identities) {
    const verdict = checkNip(nip);
    if (verdict !== 'ok') return refused('impossible-nip', `${pointer}/nip`, shapeOf(nip), `a NIP; this has ${verdict}`);
    const place = `${pointer.replace(/\d+$/, '')} ${nip}`;
    if (seen.has(place)) return refused('repeated-person', `${pointer}/nip`, 'a NIP named before in this list', 'each person once');
    seen.add(place);
  }
  return DONE;
};

interface Place { readonly pointer: string; readonly text: string }

const firstWithNip = (value: unknown, pointer: string): Place | undefined => {
  if (typeof value === 'string') return containsNip(value) ? { pointer, text: value } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = firstWithNip(inner, `${pointer}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** That no text which stays as sent (ids, numbers of letters, titles, labels, employers) holds a NIP. */
const checkNoStrayNip = (type: EventType, version: number, data: unknown): Result<void> => {
  const staying = toStored(type, version, data, { subject: () => '', sealed: () => '', employer: (ref) => ref });
  const found = firstWithNip(staying, '/data');
  return found === undefined
    ? DONE
    : refused('nip-outside-person', found.pointer, shapeOf(found.text), 'no NIP: only the field nip of a person may hold one');
};

/** What a contract says of persons beyond its schema. Asked of data that keeps to the schema. */
export const checkPersons = (type: EventType, version: number, data: unknown): Result<void> => {
  const identities = checkIdentities(type, version, data);
  return identities.ok ? checkNoStrayNip(type, version, data) : identities;
};
