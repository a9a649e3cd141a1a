import { day, endOf } from '../calendar';

/**
 * The plan of the synthetic season: how many persons each agency takes up in each period, and by when the press could
 * have known. The story is written towards these numbers; nothing that answers questions ever sees them. Numbers that the
 * plan shares with the press come from its articles of June to December 2020; the last period continues the series.
 */
export const SEASON = 'pilkada-2020';

/** A period ends on a day, and what happened in it was recorded by the end of another day. */
export interface Period {
  readonly until: number;
  readonly knownUntil: number;
}
const period = (until: string, known: string): Period => ({ until: day(until), knownUntil: endOf(day(known)) });

/** Periods of the recommender's register, of its letters and of what PPKs did about them. */
export const periods: readonly Period[] = [
  period('2020-06-26', '2020-06-30'),
  period('2020-09-30', '2020-11-02'),
  period('2020-10-27', '2020-11-02'),
  period('2020-11-26', '2020-12-04'),
  period('2020-12-30', '2021-01-06'),
];
/** Between two periods offices were closed: what was dated in these days was recorded after them. */
export const quiet: Period = period('2020-11-02', '2020-11-02');

/** Persons at the end of each period, counted from the season's first day. */
export const persons = {
  reported: [369, 694, 793, 1005, 1305],
  recommended: [283, 492, 571, 727, 872],
  settled: [99, 256, 325, 580, 676],
} as const;

/** Of the persons pending on 26 November, those whose PPK had not begun, by BKN office; their records are blocked. */
export const notStarted = [
  { office: 'pusat', count: 17, provinces: [] },
  { office: 'kanreg-04', count: 5, provinces: ['73', '74', '76'] },
  { office: 'kanreg-09', count: 2, provinces: ['91'] },
  { office: 'kanreg-03', count: 1, provinces: ['32', '36'] },
  { office: 'kanreg-12', count: 1, provinces: ['13', '14', '21'] },
] as const;
/** Blocks lifted by 26 November, beside those. */
export const liftedBlocks = 8;

/** Letters that were still open on 26 October, past their day, in the 67 regions: letters, persons pending and persons already settled. */
export const overdueGroups = [
  { letters: 42, pending: 53, settled: 10, from: '2020-04-17', until: '2020-06-23' },
  { letters: 76, pending: 96, settled: 12, from: '2020-07-07', until: '2020-09-28' },
  { letters: 13, pending: 17, settled: 0, from: '2020-10-01', until: '2020-10-09' },
] as const;
/** Letters to ministries and agencies in the same periods. */
export const centralGroups = [
  { pending: 6, settled: 8, from: '2020-02-10', until: '2020-06-19' },
  { pending: 16, settled: 4, from: '2020-07-07', until: '2020-09-25' },
  { pending: 6, settled: 0, from: '2020-10-01', until: '2020-10-09' },
] as const;
/** Letters to regions too young on 26 October to be overdue. */
export const youngGroup = { pending: 52, settled: 1, from: '2020-10-12', until: '2020-10-27' } as const;
/** Persons of closed letters of October, beside those. */
export const closedInOctober = 3;

/** What became known only after it was printed: told late, so that today's answer differs from that day's. */
export const late = {
  complaints: [0, 9, 0, 11, 14],
  settledInOctober: 22,
  settledInJune: 6,
  settledInNovember: 8,
  lettersBeforeJuly: 2,
  lettersBeforeCutOff: 2,
  lettersOfNovember: 3,
} as const;

/** Last day, and last instant, by which everything was known that keeps a letter off the list of 26 October. */
export const cutOff = { lastIssue: day('2020-10-09'), lastSettled: day('2020-10-22'), knownUntil: endOf(day('2020-10-26')) } as const;
