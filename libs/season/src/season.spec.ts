import { type CloudEvent, checkNip, readMessage } from '@netral/contracts';
import * as fc from 'fast-check';
import { jointMessages2020 } from './joint';
import { nameOf, nipOf, peopleMax } from './people';
import { type SeasonMessage, countSeason, generateSeason, scaleMax, seasonCopies, seasonMessages } from './season';
import { readBooks } from './testing/books';

const season = [...generateSeason({ seed: 2020 })];
const events = (messages: readonly SeasonMessage[]): CloudEvent[] =>
  messages.flatMap(({ message }) => (typeof message === 'string' ? [] : [message]));
const refusals = (messages: readonly SeasonMessage[]): string[] =>
  events(messages)
    .map((message) => readMessage(message))
    .flatMap((read) => (read.ok ? [] : [read.reason.code]))
    .sort();
const inOrder = (messages: readonly SeasonMessage[]): boolean =>
  messages.every(({ recordedAt }, index) => index === 0 || (messages[index - 1] as SeasonMessage).recordedAt <= recordedAt);

describe('the synthetic season', () => {
  it('is the same, byte for byte, for the same seed', () =>
    expect(JSON.stringify([...generateSeason({ seed: 2020 })])).toBe(JSON.stringify(season)));

  it('is another for another seed', () => expect(JSON.stringify([...generateSeason({ seed: 2021 })])).not.toBe(JSON.stringify(season)));

  it('comes in the order of arrival, from January 2020 to early January 2021, in milliseconds that vary', () => {
    expect(inOrder(season)).toBe(true);
    expect(season[0]?.recordedAt.slice(0, 7)).toBe('2020-01');
    expect(season.at(-1)?.recordedAt.slice(0, 9)).toBe('2021-01-0');
    for (const { recordedAt } of season) expect(new Date(recordedAt).toISOString()).toBe(recordedAt);
    expect(new Set(season.map(({ recordedAt }) => recordedAt.slice(-4))).size).toBeGreaterThan(900);
  });

  it('holds five to eight thousand messages of every agency', () => {
    expect(season.length).toBeGreaterThan(5000);
    expect(season.length).toBeLessThan(8000);
    expect([...new Set(season.map(({ agency }) => agency))].sort()).toEqual(['bawaslu', 'bkn', 'kasn', 'kemendagri', 'ppk']);
  });

  it('keeps to the contracts but for the few messages that must be set aside', () =>
    expect(refusals(season)).toEqual([
      'impossible-nip',
      'impossible-nip',
      'too-few',
      'unknown-field',
      'unknown-type',
      'unknown-version',
      'wrong-date',
    ]));

  it('has texts that cannot be read', () => {
    const unreadable = season.flatMap(({ message }) => (typeof message === 'string' ? [message] : []));
    expect(unreadable).toHaveLength(2);
    for (const text of unreadable) expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  it('repeats messages, some with other content, and speaks for others', () =>
    expect(readBooks(season, '2030-01-01T00:00:00.000Z')).toMatchObject({ repeated: 90, setAside: 16 }));

  it('says facts after they happened, some within hours and some after weeks', () => {
    const delays = events(season)
      .filter(({ type }) => type.endsWith('sanction-imposed'))
      .map((message) => message.data as { imposedOn: string });
    const recorded = season.filter(({ message }) => typeof message !== 'string' && message.type.endsWith('sanction-imposed'));
    const days = recorded.map(
      ({ recordedAt }, index) => (Date.parse(recordedAt) - Date.parse(`${delays[index]?.imposedOn}T00:00:00+07:00`)) / 86_400_000,
    );
    expect(Math.min(...days)).toBeLessThan(1);
    expect(days.filter((each) => each > 14).length).toBeGreaterThan(20);
  });

  it('tells sanctions before the letters they follow, now and then', () => {
    const issued = new Map(
      season.flatMap(({ recordedAt, message }) =>
        typeof message !== 'string' && message.type.endsWith('recommendation-issued') ? [[message.subject, recordedAt] as const] : [],
      ),
    );
    const early = season.filter(
      ({ recordedAt, message }) =>
        typeof message !== 'string' && message.type.endsWith('sanction-imposed') && recordedAt < (issued.get(message.subject) ?? ''),
    );
    expect(early.length).toBeGreaterThanOrEqual(5);
  });

  it('uses both forms of reports and of letters', () => {
    const schemas = new Set(events(season).map(({ dataschema }) => dataschema.split('/').slice(-2).join('/')));
    for (const form of ['violation-reported/1', 'violation-reported/2', 'recommendation-issued/1', 'recommendation-issued/2'])
      expect(schemas).toContain(form);
  });

  it('has no NIP in any reference of a matter', () => {
    for (const { subject } of events(season)) expect(subject).not.toMatch(/\d{18}/);
  });
});

describe('a synthetic person', () => {
  it('has a NIP that can be, and that no one else has', () => {
    const numbers = Array.from({ length: 20_000 }, (_, n) => nipOf(n));
    for (const number of numbers) expect(checkNip(number)).toBe('ok');
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has one also past the first million', () => {
    const numbers = Array.from({ length: 20_000 }, (_, n) => nipOf(1_030_000 + n * 150));
    for (const number of numbers) expect(checkNip(number)).toBe('ok');
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('is different from every other, however many there are', () =>
    fc.assert(fc.property(fc.nat(peopleMax - 1), fc.nat(peopleMax - 1), (a, b) => a === b || nipOf(a) !== nipOf(b))));

  it('says in its name what it is', () => expect(nameOf(0)).toBe('Orang Sintetis 0001'));

  it('is refused past the last', () => expect(() => nipOf(peopleMax)).toThrow(RangeError));
});

describe('a season of several copies', () => {
  it('is as many times as large, of the same shape', () => {
    const three = [...generateSeason({ seed: 5, scale: 3 })];
    expect(inOrder(three)).toBe(true);
    expect(three.length).toBeGreaterThan(2.9 * season.length);
    const keys = events(three).map(({ source, id }) => `${source} ${id}`);
    expect(keys.length - new Set(keys).size).toBe(3 * (90 + 3));
    expect(readBooks(three, '2030-01-01T00:00:00.000Z')).toMatchObject({ repeated: 270, setAside: 48 });
  });

  it('gives the same messages when it is told span by span', () => {
    const many = [...generateSeason({ seed: 5, scale: 9 })];
    expect(inOrder(many)).toBe(true);
    const { length } = [...jointMessages2020()];
    expect(many.length + length).toBe(countSeason({ seed: 5, scale: 9 }));
  });

  it('gives the same messages copy by copy, once they are merged by instant and copy', () => {
    const merged = [...seasonCopies({ seed: 5, scale: 3 })].flat().sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : Number(a.recordedAt > b.recordedAt)));
    expect(merged).toEqual([...seasonMessages({ seed: 5, scale: 3 })]);
  });

  it.each([0, 1.5, -1, scaleMax + 1])('is refused at a scale of %d', (scale) =>
    expect(() => generateSeason({ seed: 1, scale }).next()).toThrow(/scale: found/),
  );
});

describe("the season with the operator's messages", () => {
  const merged = [...seasonMessages({ seed: 2020 })];

  it('comes merged in the order of recording, rules before facts', () => {
    expect(inOrder(merged)).toBe(true);
    expect(merged[0]?.agency).toBe('operator');
    expect(merged).toHaveLength(countSeason({ seed: 2020 }));
  });

  it('loses nothing of either', () => {
    expect(merged.filter(({ agency }) => agency === 'operator')).toHaveLength(jointMessages2020().length);
    expect(merged.filter(({ agency }) => agency !== 'operator')).toEqual(season);
  });
});
