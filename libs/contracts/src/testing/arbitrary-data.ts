import * as fc from 'fast-check';
import { catalogue, contractOf, correctableTypes, eventTypes, type EventType } from '../catalogue';
import { versionOf } from '../core/contract-version';
import { isOfPerson } from '../core/corrected';
import { toStored } from '../core/personal';
import { upcast } from '../core/upcast';
import { arbitraryOf } from './arbitrary-schema';

type Data = Record<string, unknown>;

/** Every released version of every event. */
export const allVersions: readonly (readonly [EventType, number])[] = eventTypes.flatMap((type) =>
  catalogue[type].versions.map(({ version }) => [type, version] as const));

const made = new Map<string, fc.Arbitrary<Data>>();
const bySchema = (type: EventType, version: number): fc.Arbitrary<Data> => {
  const known = made.get(`${type}/${version}`);
  if (known !== undefined) return known;
  const wire = versionOf(type, version)?.wire;
  if (wire === undefined) throw new RangeError(`${type} has no version ${version}`);
  const arbitrary = arbitraryOf(wire) as fc.Arbitrary<Data>;
  made.set(`${type}/${version}`, arbitrary);
  return arbitrary;
};

/** Turns spans the right way round and takes out what lies outside. */
const inOrder = (type: EventType, data: Data): Data => {
  const ordered = { ...data };
  for (const [from, until] of contractOf(type)?.spans ?? []) {
    const [first, last] = [ordered[from], ordered[until]];
    if (typeof first === 'string' && typeof last === 'string' && last < first) [ordered[from], ordered[until]] = [last, first];
  }
  if (type === 'HolidayCalendarAdopted') {
    const { from, until, days } = ordered as { from: string; until: string; days: { date: string }[] };
    return { ...ordered, days: days.filter(({ date }) => date >= from && date <= until) };
  }
  return type === 'AuthorityGranted' ? { ...ordered, eventTypes: ['SanctionImposed', 'FactCorrected'] } : ordered;
};

/** What a correction or retraction of this data names: the matter, or the person. */
const about = (type: EventType, version: number, data: Data): Data => {
  if (isOfPerson(type)) return { person: data['person'] };
  const asSent = toStored(type, version, data, { subject: (nip) => nip, sealed: () => '', employer: (ref) => ref });
  return { matter: catalogue[type].matterId(upcast(type, version, asSent) as never) };
};

const correctable = allVersions.filter(([type]) => (correctableTypes as readonly string[]).includes(type));

const arbitraryCorrection = (type: 'FactCorrected' | 'FactRetracted'): fc.Arbitrary<Data> =>
  fc.constantFrom(...correctable).chain(([corrected, version]) =>
    fc.tuple(bySchema(type, 1), arbitraryData(corrected, version)).map(([{ matter: _matter, person: _person, ...own }, data]) => ({
      ...own,
      ...about(corrected, version, data),
      season: data['season'],
      ...(type === 'FactCorrected' ? { correctedType: corrected, correctedVersion: version, data } : { retractedType: corrected }),
    })));

/** Data, as sent, that keeps to one released version of a contract. */
export const arbitraryData = (type: EventType, version: number): fc.Arbitrary<Data> =>
  type === 'FactCorrected' || type === 'FactRetracted'
    ? arbitraryCorrection(type)
    : bySchema(type, version).map((data) => inOrder(type, data));

/** Any event at any version, with data that keeps to it. */
export const arbitraryFact: fc.Arbitrary<readonly [EventType, number, Data]> = fc
  .constantFrom(...allVersions)
  .chain(([type, version]) => arbitraryData(type, version).map((data) => [type, version, data] as const));

