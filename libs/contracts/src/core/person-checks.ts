import type { EventType } from '../catalogue';
import { shapeOf } from './found';
import { checkNip, containsNip } from './nip';
import { marksOf, stayingText, type Marks } from './personal';
import { accepted, refused, type Result } from './result';

/** That every NIP can be one, and no list names one twice. */
const checkIdentities = ({ identities }: Marks): Result<never> | undefined => {
  const seen = new Set<string>();
  for (const { pointer, nip } of identities) {
    const verdict = checkNip(nip);
    if (verdict !== 'ok') return refused('impossible-nip', `${pointer}/nip`, shapeOf(nip), `a NIP; this has ${verdict}`);
    if (identities.length === 1) return undefined;
    const place = `${pointer.replace(/\d+$/, '')} ${nip}`;
    if (seen.has(place)) return refused('repeated-person', `${pointer}/nip`, 'a NIP named before in this list', 'each person once');
    seen.add(place);
  }
  return undefined;
};

/** That no text which stays as sent (ids, numbers of letters, titles, labels, employers) holds a NIP. */
const checkNoStrayNip = (type: EventType, version: number, data: unknown): Result<never> | undefined => {
  let text = '';
  const pointer = stayingText(type, version, data, (each) => {
    text = each;
    return containsNip(each);
  });
  return pointer === undefined ? undefined : refused('nip-outside-person', pointer, shapeOf(text), 'no NIP: only the field nip of a person may hold one');
};

/** What a contract says of persons beyond its schema. Asked of data that keeps to the schema. Gives what it found of them. */
export const checkPersons = (type: EventType, version: number, data: unknown): Result<Marks> => {
  const marks = marksOf(type, version, data);
  return checkIdentities(marks) ?? checkNoStrayNip(type, version, data) ?? accepted(marks);
};
