import { contractOf, type EventMetadata } from '@netral/contracts';
import type { EventStore, NewEvent } from '@netral/event-store';
import {
  blocked, corrected, delivered, dismissed, disputed, examined, forwarded, issued, lifted, notProven, registered, reported, reprimandIssued, retracted, returned,
  sanctioned, seasonOpened, separated, setAside, started, submitted, toThePresident, warned, withdrawn, type Said,
} from '@netral/projections/testing/facts';
import fc from 'fast-check';

/** One message as it is recorded: with the instant of recording, which may step back. */
export interface Recording { readonly said: Said; readonly messageId: string; readonly recordedAtMs: number }

const SPAN_DAYS = 40;
const FIRST_MS = Date.UTC(2020, 8, 1);
const MS_PER_DAY = 86_400_000;
const dateOf = (offset: number) => new Date(FIRST_MS + offset * MS_PER_DAY).toISOString().slice(0, 10);

const day = fc.nat(SPAN_DAYS).map(dateOf);
const subject = fc.constantFrom('a', 'b', 'c');
const some = fc.option(fc.uniqueArray(subject, { minLength: 1, maxLength: 2 }), { nil: undefined });
const sanction = fc.constantFrom('moral-closed', 'moral-open', 'discipline-light', 'discipline-heavy');
const employer = fc.oneof({ weight: 4, arbitrary: fc.constant('74.07') }, { weight: 1, arbitrary: fc.constant('52') });
const letter = fc.record({ recommendationId: fc.constantFrom('R-1', 'R-2'), employer });
const scope = fc.constantFrom('data', 'services', 'both');
const recommended = fc.uniqueArray(fc.tuple(subject, sanction), { minLength: 1, maxLength: 3, selector: ([name]) => name }).map((pairs) => Object.fromEntries(pairs));
const people = fc.uniqueArray(fc.record({ subject, employer: fc.constantFrom('74.07', '52'), positionGroup: fc.constantFrom('jpt', 'pelaksana') }), { minLength: 1, maxLength: 2, selector: (each) => each.subject });

const facts: fc.Arbitrary<Said> = fc.oneof(
  fc.tuple(day, recommended, letter).map(([on, persons, of]) => issued(on, persons, of)),
  fc.tuple(day, letter).map(([on, of]) => delivered(on, undefined, of)),
  fc.tuple(day, some, letter).map(([on, who, of]) => withdrawn(on, who, of)),
  fc.tuple(day, some, letter).map(([on, who, of]) => started(on, who, of)),
  fc.tuple(day, some, letter, sanction, fc.constantFrom('SK-1', 'SK-2')).map(([on, who, of, kind, decreeNumber]) => sanctioned(on, who, { ...of, sanction: kind, decreeNumber })),
  fc.tuple(day, some, letter).map(([on, who, of]) => disputed(on, who, of)),
  fc.tuple(day, subject, letter).map(([on, who, of]) => separated(on, [who], of)),
  fc.tuple(day, people).map(([reportedOn, persons]) => reported({ reportedOn, persons } as never)),
  day.map((dismissedOn) => dismissed({ dismissedOn })),
  day.map((forwardedOn) => forwarded({ forwardedOn })),
  fc.tuple(day, people).map(([registeredOn, persons]) => registered({ registeredOn, persons } as never)),
  fc.tuple(day, some).map(([on, who]) => returned(on, who)),
  fc.tuple(day, some).map(([on, who]) => examined(on, who)),
  fc.tuple(day, some).map(([on, who]) => notProven(on, who)),
  fc.tuple(day, scope, subject).map(([blockedOn, of, who]) => blocked({ blockedOn, scope: of, person: { subject: who } } as never)),
  fc.tuple(day, scope, subject).map(([liftedOn, of, who]) => lifted({ liftedOn, scope: of, person: { subject: who } } as never)),
  day.map((issuedOn) => warned({ issuedOn })),
  day.map((submittedOn) => submitted({ submittedOn })),
  day.map((madeOn) => toThePresident({ madeOn })),
  day.map((issuedOn) => reprimandIssued({ issuedOn })),
  fc.nat(3).map((number) => setAside({ deadLetterId: `d-${number}` })),
  fc.constantFrom('pilkada-2020', 'pilkada-2024').map((season) => seasonOpened({ season })),
);

const recording = fc.record({ said: facts, name: fc.nat(9999), recordedOffset: fc.nat(SPAN_DAYS), amends: fc.option(fc.nat(40), { nil: undefined, freq: 3 }), retracts: fc.boolean() });

/**
 * Random histories: any order of arrival, copies of a message, second statements, corrections and retractions (some of
 * messages that come later or never), days in the future, clocks that step back.
 */
export const histories: fc.Arbitrary<readonly Recording[]> = fc.array(recording, { minLength: 1, maxLength: 45, size: 'max' }).map((drawn) =>
  drawn.map(({ said, name, recordedOffset, amends, retracts }, index) => {
    const target = amends === undefined ? undefined : drawn[amends % drawn.length];
    const amendable = target !== undefined && !['joint', 'intake'].includes(contractOf(target.said.type)!.role);
    const messageId = name % 7 === 0 && index > 0 ? `m${name % index}` : `m${index}`;
    return { said: amendable ? amendmentOf(target.said, `m${amends! % drawn.length}`, said, retracts) : said, messageId, recordedAtMs: FIRST_MS + recordedOffset * MS_PER_DAY };
  }),
);

/** A correction to `instead` where that says something of the same matter, else a retraction. */
const amendmentOf = (target: Said, messageId: string, instead: Said, retracts: boolean): Said => {
  const matter = contractOf(target.type)!.matterId(target.data as never);
  const matches = instead.type === target.type && contractOf(instead.type)!.matterId(instead.data as never) === matter;
  return retracts || !matches ? retracted(messageId, target.type, { matter }) : corrected(messageId, instead, { matter });
};

const hex = (number: number) => number.toString(16).padStart(12, '0');

/** The event as the log keeps it. */
export const newEvent = ({ said, messageId, recordedAtMs }: Recording, index: number): NewEvent => {
  const recordedAt = new Date(recordedAtMs).toISOString();
  const metadata: EventMetadata = {
    agency: 'test', source: 'urn:netral:test', messageId, subject: 'x', publishedAt: recordedAt, recordedAt, version: contractOf(said.type)!.versions.length,
  };
  return { id: `00000000-0000-4000-8000-${hex(index)}`, type: said.type, data: JSON.stringify(said.data), metadata: JSON.stringify(metadata), contentHash: hex(index) };
};

export const append = async (store: EventStore, history: readonly Recording[]): Promise<void> => {
  const last = await store.lastRevision('history');
  const next = last === 'no-stream' ? 0 : Number(last) + 1;
  await store.append('history', last, history.map((each, index) => newEvent(each, next + index)));
};
