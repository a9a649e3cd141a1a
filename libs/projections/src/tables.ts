import type { TableSchema } from './projection';

/**
 * Tables of facts, the contract between folds and figures. Days are DayNumbers, NEVER when there is none; texts are codes,
 * '' when there is none. Only what is known counts: corrections, retractions and second statements are already resolved.
 */
export const tables = {
  /** One row a person of a known letter (`recommendations`); doc = letter, slot = person. */
  letterPersons: {
    season: 'text', employer: 'text', sanction: 'text', sanctionImposed: 'text',
    issuedOn: 'int', deliveredOn: 'int', startedOn: 'int', settledOn: 'int', withdrawnOn: 'int', disputedOn: 'int',
  },
  /** One row a person of a report in Bawaslu's register (`bawaslu-register`). `categories` joined by '|' in the order sent. */
  reportPersons: {
    season: 'text', employer: 'text', positionGroup: 'text', categories: 'text', kind: 'text', stage: 'text', electionRegion: 'text',
    reportedOn: 'int', dismissedOn: 'int', dismissReason: 'text', forwardedOn: 'int',
  },
  /** One row a person of a complaint in the recommender's register (`recommender-register`). */
  complaintPersons: {
    season: 'text', employer: 'text', positionGroup: 'text', categories: 'text', origin: 'text',
    reportedOn: 'int', returnedOn: 'int', returnReason: 'text', examinedOn: 'int', notProvenOn: 'int', notProvenReason: 'text',
  },
  /** Spans in which a personnel record was blocked, under one scope (`personnel`); doc = subject. `untilOn` is the first day free again or under another scope. */
  blockSpans: {
    season: 'text', employer: 'text', office: 'text', ground: 'text', scope: 'text', blockedOn: 'int', untilOn: 'int',
  },
  /** Moments at which a personnel record became blocked (`direction` 1) or free (−1). */
  blockFlows: {
    season: 'text', employer: 'text', office: 'text', ground: 'text', scope: 'text', direction: 'int', day: 'int',
  },
  /** What contradicts (`anomalies` of every projection): in sight while day <= asOf < untilOn. `letter`: counts only while that letter is not in effect. */
  anomalies: {
    season: 'text', kind: 'text', agency: 'text', employer: 'text', letter: 'text', day: 'int', untilOn: 'int', eventOrdinal: 'int',
  },
  /** Counts an agency submitted (`oversight`), one row a count. */
  submittedCounts: {
    season: 'text', agency: 'text', figure: 'text', unit: 'text', value: 'int', submittedOn: 'int', periodFrom: 'int', periodUntil: 'int', eventOrdinal: 'int',
  },
} as const satisfies Record<string, TableSchema>;
export type TableName = keyof typeof tables;
