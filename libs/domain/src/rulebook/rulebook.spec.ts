import * as fc from 'fast-check';
import { dayOf } from '../day';
import { bookOf, ended, granted, holidaysOf, listed, opened, placed, ruled } from '../testing/rule-events';
import { calendar, calendars, categoryListsOf, latestSeason, rule, ruleInForce, rules, season, seasons, startDay } from './queries';
import { emptyRulebook, evolveRulebook, rulebookKnownAt } from './rulebook';

const inForce = (book: ReturnType<typeof bookOf>, day: string) => ruleInForce(book, 'recommendation', dayOf(day))?.id;
const statements = [
  opened(), granted(), ended('g-kasn', '2024-01-01'), ruled(), ruled({ days: 10 }), ruled({ ruleId: 'asked-only', validFrom: null }),
  holidaysOf(), holidaysOf({ days: [{ date: '2020-12-09', kind: 'holiday', label: { id: 'Pilkada', en: 'Election' } }] }), listed(),
];

describe('the rulebook', () => {
  it('is the same when events are repeated', () =>
    fc.assert(fc.property(fc.array(fc.nat(statements.length - 1), { maxLength: 20 }), (repeats) => {
      const log = placed(statements);
      const again = [...log, ...repeats.map((index) => log[index]!)];
      expect(again.reduce(evolveRulebook, emptyRulebook)).toEqual(log.reduce(evolveRulebook, emptyRulebook));
    })));

  it('known at a place in the log is the book of the events up to it', () =>
    fc.assert(fc.property(fc.shuffledSubarray(statements), fc.integer({ min: -1, max: 12 }), (some, ordinal) => {
      const log = placed(some);
      const known = log.filter((event) => event.ordinal <= ordinal).reduce(evolveRulebook, emptyRulebook);
      expect(rulebookKnownAt(log.reduce(evolveRulebook, emptyRulebook), ordinal)).toEqual(known);
    })));

  it('passes over what is no rule', () => {
    const event = { type: 'SanctionImposed', data: {}, position: '1', ordinal: 1, recordedOn: 1 };
    expect(evolveRulebook(emptyRulebook, event)).toBe(emptyRulebook);
  });
});

describe('a season', () => {
  it('is what its first statement says', () => {
    const book = bookOf(opened(), opened({ regionEdition: '2022' }));
    expect(season(book, 'pilkada-2020')).toMatchObject({ regionEdition: '2019', from: dayOf('2020-01-01'), until: dayOf('2020-12-31') });
    expect(seasons(book)).toHaveLength(1);
  });

  it('opened last is the one meant', () => {
    expect(latestSeason(bookOf(opened({ season: 'z-1' }), opened({ season: 'a-2' })))?.id).toBe('a-2');
    expect(latestSeason(emptyRulebook)).toBeUndefined();
  });
});

describe('a deadline rule', () => {
  it('has the number of its adoptions as its version', () => {
    const book = bookOf(ruled(), ruled({ days: 10 }), ruled({ ruleId: 'other' }));
    expect([rule(book, 'ppk-14-calendar'), rule(book, 'ppk-14-calendar', 1), rule(book, 'other')].map((each) => [each?.version, each?.days]))
      .toEqual([[2, 10], [1, 14], [1, 14]]);
    expect([rule(book, 'ppk-14-calendar', 3), rule(book, 'ppk-14-calendar', 0), rule(book, 'nothing')]).toEqual([undefined, undefined, undefined]);
    expect(rules(book).map(({ id, version }) => [id, version])).toEqual([['ppk-14-calendar', 2], ['other', 1]]);
  });

  it('is in force on the days it is valid, the first and last included', () => {
    const book = bookOf(ruled({ validFrom: '2020-03-01', validUntil: '2020-03-31' }));
    expect(['2020-02-29', '2020-03-01', '2020-03-31', '2020-04-01'].map((day) => inForce(book, day)))
      .toEqual([undefined, 'ppk-14-calendar', 'ppk-14-calendar', undefined]);
  });

  it('of several valid is the one adopted last', () => {
    expect(inForce(bookOf(ruled(), ruled({ ruleId: 'ppk-10' })), '2020-04-01')).toBe('ppk-10');
    expect(inForce(bookOf(ruled(), ruled({ ruleId: 'ppk-10' }), ruled()), '2020-04-01')).toBe('ppk-14-calendar');
  });

  it('in its latest adoption takes the place of the earlier ones, days of validity too', () =>
    expect(inForce(bookOf(ruled(), ruled({ validFrom: '2021-01-01' })), '2020-04-01')).toBeUndefined());

  it('without a first day is never in force, and can be asked for', () => {
    const book = bookOf(ruled({ validFrom: null }));
    expect(inForce(book, '2020-04-01')).toBeUndefined();
    expect(rule(book, 'ppk-14-calendar')).toBeDefined();
  });

  it('is for what it applies to', () => expect(inForce(bookOf(ruled({ appliesTo: 'reprimand' })), '2020-04-01')).toBeUndefined());

  it('counts from the letter or from its delivery', () =>
    expect([startDay({ from: 'issued' }, 1, 2), startDay({ from: 'delivered' }, 1, 2)]).toEqual([1, 2]));
});

describe('a holiday calendar', () => {
  it('has the number of its adoptions as its version, and the days of the version asked', () => {
    const day = { date: '2020-12-09', kind: 'holiday' as const, label: { id: 'Pilkada', en: 'Election' } };
    const book = bookOf(holidaysOf(), holidaysOf({ days: [day] }));
    expect([calendar(book, 'id-2020')?.version, [...calendar(book, 'id-2020')!.offDays]]).toEqual([2, [dayOf('2020-12-09')]]);
    expect(calendar(book, 'id-2020', 1)?.offDays.size).toBe(0);
    expect(calendar(book, 'id-2020', 3)).toBeUndefined();
    expect(calendars(book)).toHaveLength(1);
  });
});

describe('a category list', () => {
  it("is its agency's, in its latest adoption", () => {
    const book = bookOf(listed(), listed({ basis: 'later' }), listed({ listId: 'bkn-2020', agency: 'bkn' }));
    expect(categoryListsOf(book, 'kasn').map(({ version, data }) => [version, data.basis])).toEqual([[2, 'later']]);
    expect(categoryListsOf(book, 'bawaslu')).toEqual([]);
  });
});
