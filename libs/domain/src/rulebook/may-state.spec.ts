import * as fc from 'fast-check';
import { dayOf } from '../day';
import { bookOf, ended, granted } from '../testing/rule-events';
import { type Speaker, mayState } from './may-state';
import type { Rulebook } from './rulebook';

const spring = dayOf('2020-04-15');
const ask = (book: Rulebook, sender: Speaker | string, type: string, employers: readonly string[] = [], day = spring) => {
  const outcome = mayState(book, typeof sender === 'string' ? { agency: sender } : sender, type, employers, day);
  return outcome === true ? true : outcome.code;
};
const ppk = (over = {}) => granted({ grantId: 'g-ppk', agency: 'ppk', role: 'ppk', validUntil: null, ...over });

describe('a sender', () => {
  it('states what its agency is granted on the day of the fact', () => {
    const book = bookOf(granted());
    expect(ask(book, 'kasn', 'RecommendationIssued', ['74.07'])).toBe(true);
    expect(ask(book, 'kasn', 'RecommendationIssued', ['74.07'], dayOf('2020-01-01'))).toBe(true);
    expect(ask(book, 'kasn', 'RecommendationIssued', ['74.07'], dayOf('2024-08-23'))).toBe(true);
  });

  it("states nothing of another agency's", () => {
    const book = bookOf(granted(), ppk());
    expect(ask(book, 'bawaslu', 'RecommendationIssued')).toBe('no-authority');
    expect(ask(book, 'kasn', 'SanctionImposed')).toBe('no-authority');
    expect(mayState(book, { agency: 'kasn' }, 'SanctionImposed', [], spring))
      .toEqual({ code: 'no-authority', found: 'SanctionImposed from kasn', expected: 'SanctionImposed from ppk' });
  });

  it('is told that its authority has ended, or has not begun', () => {
    const book = bookOf(granted());
    expect(ask(book, 'kasn', 'RecommendationIssued', [], dayOf('2024-08-24'))).toBe('authority-expired');
    expect(ask(book, 'kasn', 'RecommendationIssued', [], dayOf('2019-12-31'))).toBe('authority-not-yet-valid');
    expect(mayState(book, { agency: 'kasn' }, 'RecommendationIssued', [], dayOf('2024-09-01')))
      .toEqual({ code: 'authority-expired', found: '2024-09-01', expected: '2020-01-01 to 2024-08-23' });
  });

  it('loses its authority on the day after its end, whichever end comes first', () => {
    const book = bookOf(granted(), ended('g-kasn', '2020-04-15'));
    expect(ask(book, 'kasn', 'RecommendationIssued')).toBe(true);
    expect(ask(book, 'kasn', 'RecommendationIssued', [], spring + 1)).toBe('authority-expired');
    expect(ask(bookOf(granted(), ended('g-kasn', '2030-01-01')), 'kasn', 'RecommendationIssued', [], dayOf('2025-01-01'))).toBe('authority-expired');
  });

  it('goes on under a later grant, however the two follow each other', () => {
    const later = granted({ grantId: 'g-kasn-skb', validFrom: '2020-09-10' });
    for (const day of ['2020-09-09', '2020-09-10']) {
      expect(ask(bookOf(granted({ validUntil: '2020-09-09' }), later), 'kasn', 'RecommendationIssued', [], dayOf(day))).toBe(true);
    }
    const gap = bookOf(granted({ validUntil: '2020-03-31' }), later);
    expect(ask(gap, 'kasn', 'RecommendationIssued')).toBe('authority-expired');
  });

  it('states only the types that the grant lists, and none beyond its role', () => {
    const book = bookOf(granted({ eventTypes: ['RecommendationIssued', 'SanctionImposed'] }));
    expect(ask(book, 'kasn', 'RecommendationIssued')).toBe(true);
    expect(ask(book, 'kasn', 'ExaminationOpened')).toBe('no-authority');
    expect(ask(book, 'kasn', 'SanctionImposed')).toBe('no-authority');
  });

  it('speaks for the employers of its grants and its own limit, all of those the fact names', () => {
    const some = bookOf(ppk({ employers: ['74.07', '91.01'] }), ppk({ grantId: 'g-2', employers: ['15'] }));
    expect(ask(some, 'ppk', 'SanctionImposed', ['74.07', '15'])).toBe(true);
    expect(ask(some, 'ppk', 'SanctionImposed', ['74.07', '74.03'])).toBe('wrong-employer');
    const wakatobi: Speaker = { agency: 'ppk', employers: ['74.07'] };
    expect(ask(bookOf(ppk()), wakatobi, 'SanctionImposed', ['74.07'])).toBe(true);
    expect(ask(bookOf(ppk()), wakatobi, 'SanctionImposed', ['74.03'])).toBe('wrong-employer');
    expect(ask(bookOf(ppk({ employers: ['74.03'] })), wakatobi, 'SanctionImposed', ['74.07'])).toBe('wrong-employer');
  });

  it('speaks for a region by its code of whichever edition', () => {
    expect(ask(bookOf(ppk({ employers: ['93.01'] })), 'ppk', 'SanctionImposed', ['91.01'])).toBe(true);
    expect(ask(bookOf(ppk()), { agency: 'ppk', employers: ['91.01'] }, 'SanctionImposed', ['93.01'])).toBe(true);
  });

  it('is never let through for fewer grants, a smaller limit or more employers', () =>
    fc.assert(fc.property(
      fc.subarray(['74.07', '74.03', '15', '91.01']), fc.subarray(['74.07', '74.03', '15']), fc.subarray(['74.07', '15', '91.01']), fc.constantFrom('74.03', '13.02'),
      (grant, limit, named, more) => {
        const book = bookOf(ppk({ employers: ['31', ...grant] }));
        const free = ask(book, 'ppk', 'SanctionImposed', named);
        const limited = ask(book, { agency: 'ppk', employers: limit }, 'SanctionImposed', named);
        if (limited === true) expect(free).toBe(true);
        if (ask(book, 'ppk', 'SanctionImposed', [...named, more]) === true) expect(free).toBe(true);
        expect(free === true).toBe(named.every((employer) => grant.includes(employer)));
      },
    )));
});

describe("the joint decision's events", () => {
  it("are the operator's alone", () => {
    expect(ask(bookOf(), 'operator', 'SeasonOpened')).toBe(true);
    expect(ask(bookOf(granted()), 'kasn', 'DeadlineRuleAdopted')).toBe('no-authority');
  });
});

describe('what nobody may state', () => {
  it.each(['MessageSetAside', 'NoSuchEvent', 'FactCorrected'])('is refused: %s', (type) => {
    expect(ask(bookOf(granted()), 'kasn', type)).toBe('no-authority');
    expect(ask(bookOf(granted()), 'operator', type)).toBe('no-authority');
  });
});
