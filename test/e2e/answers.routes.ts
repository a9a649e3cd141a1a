import type { TestNetral } from '../support/netral';

/** Every address that answers, with who may ask it and the schema of what it gives. */
export interface Route {
  /** As in the description of the API. */
  readonly route: string;
  readonly path: string;
  readonly schema?: string;
  readonly public?: true;
  /** Keys that may ask; the rest get 403. */
  readonly keys: readonly string[];
  /** Takes `asOf`, `knownAt` and `position`, and answers with `self`. */
  readonly timed?: true;
}
export const everyKey = ['bawaslu', 'kasn', 'ppk', 'ppk-33-11', 'bkn', 'kemendagri', 'investigator', 'operator'] as const;
const agencies = ['bawaslu', 'kasn', 'ppk', 'ppk-33-11', 'bkn', 'kemendagri'] as const;

/** A key that may ask the route: the investigator's, where it may. */
export const keyFor = ({ keys }: Route): string => (keys.includes('investigator') ? 'investigator' : (keys[0] ?? ''));

/** A pseudonym that the log holds, of whose record there are events. */
export const subjectOf = async (netral: TestNetral): Promise<string> =>
  ((await netral.get('/v1/events?type=PersonnelDataBlocked', { key: 'investigator' })).body as { items: { data: { person: { subject: string } } }[] }).items[0]!.data.person.subject;

export const routesOfTest = (subject: string): readonly Route[] => [
  { route: '/', path: '/', public: true, keys: everyKey },
  { route: '/docs', path: '/docs', public: true, keys: everyKey },
  { route: '/style.css', path: '/style.css', public: true, keys: everyKey },
  { route: '/openapi.json', path: '/openapi.json', public: true, keys: everyKey },
  { route: '/problems', path: '/problems', public: true, keys: everyKey },
  { route: '/problems/{code}', path: '/problems/too-fast', public: true, keys: everyKey },
  { route: '/v1/dead-letters', path: '/v1/dead-letters', schema: 'DeadLetterPage', keys: [...agencies, 'operator', 'investigator'] },
  { route: '/health/live', path: '/health/live', schema: 'Health', public: true, keys: everyKey },
  { route: '/health/ready', path: '/health/ready', schema: 'Health', public: true, keys: everyKey },
  { route: '/v1/figures', path: '/v1/figures', schema: 'FigureList', public: true, keys: everyKey },
  { route: '/v1/figures/{figure}', path: '/v1/figures/overdue', schema: 'FigureAnswer', public: true, keys: everyKey, timed: true },
  { route: '/v1/recommendations', path: '/v1/recommendations', schema: 'RecommendationPage', public: true, keys: everyKey, timed: true },
  { route: '/v1/recommendations/{id}', path: '/v1/recommendations/R1', schema: 'Recommendation', keys: ['kasn', 'ppk', 'investigator'], timed: true },
  { route: '/v1/recommendations/{id}', path: '/v1/recommendations/R2', schema: 'Recommendation', keys: ['kasn', 'ppk', 'ppk-33-11', 'investigator'], timed: true },
  { route: '/v1/recommendations/{id}/history', path: '/v1/recommendations/R1/history', schema: 'History', keys: ['kasn', 'ppk', 'investigator'], timed: true },
  { route: '/v1/reports/{id}', path: '/v1/reports/L-1', schema: 'Report', keys: ['bawaslu', 'investigator'], timed: true },
  { route: '/v1/reports/{id}/history', path: '/v1/reports/L-1/history', schema: 'History', keys: ['bawaslu', 'investigator'], timed: true },
  { route: '/v1/complaints/{id}', path: '/v1/complaints/P-1', schema: 'Complaint', keys: ['kasn', 'investigator'], timed: true },
  { route: '/v1/complaints/{id}/history', path: '/v1/complaints/P-1/history', schema: 'History', keys: ['kasn', 'investigator'], timed: true },
  { route: '/v1/personnel/{subjectId}', path: `/v1/personnel/${subject}`, schema: 'PersonnelRecord', keys: ['bkn', 'investigator'], timed: true },
  { route: '/v1/personnel/{subjectId}/history', path: `/v1/personnel/${subject}/history`, schema: 'History', keys: ['bkn', 'investigator'], timed: true },
  { route: '/v1/employers/{code}', path: '/v1/employers/74.07', schema: 'Employer', public: true, keys: everyKey, timed: true },
  { route: '/v1/employers', path: '/v1/employers', schema: 'WaitingEmployers', public: true, keys: everyKey, timed: true },
  { route: '/v1/changes', path: '/v1/changes', schema: 'Changes', public: true, keys: everyKey, timed: true },
  { route: '/v1/caller', path: '/v1/caller', schema: 'CallerKind', public: true, keys: everyKey },
  { route: '/v1/rules', path: '/v1/rules', schema: 'RuleList', public: true, keys: everyKey },
  { route: '/v1/seasons/{season}/activity', path: '/v1/seasons/pilkada-2020/activity', schema: 'Activity', public: true, keys: everyKey },
  { route: '/v1/employers/{code}/history', path: '/v1/employers/74.07/history', schema: 'EmployerHistory', keys: ['investigator'], timed: true },
  { route: '/v1/anomalies', path: '/v1/anomalies', schema: 'AnomalyPage', keys: [...agencies, 'investigator'], timed: true },
  { route: '/v1/events', path: '/v1/events', schema: 'EventPage', keys: ['investigator'] },
  { route: '/v1/projections', path: '/v1/projections', schema: 'ProjectionList', keys: ['operator', 'investigator'] },
  { route: '/v1/templates', path: '/v1/templates', schema: 'TemplateList', keys: [...agencies, 'operator'] },
  { route: '/v1/rebuilds', path: '/v1/rebuilds', schema: 'Rebuild', keys: ['operator'] },
  { route: '/v1/seasons', path: '/v1/seasons', schema: 'SeasonList', public: true, keys: everyKey },
  { route: '/v1/vocabularies', path: '/v1/vocabularies', schema: 'VocabularyList', public: true, keys: everyKey },
  { route: '/v1/vocabularies/{name}', path: '/v1/vocabularies/sanctions', schema: 'Vocabulary', public: true, keys: everyKey },
];
