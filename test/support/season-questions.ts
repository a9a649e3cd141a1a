import type { TestNetral } from './netral';

const FIGURES = [
  'reported', 'dismissed', 'forwarded', 'returned', 'not-proven', 'recommended', 'settled', 'in-process', 'pending', 'overdue', 'follow-up-rate',
  'blocked', 'blocks', 'unblocks', 'violations', 'anomalies', 'recommended?by=regionType', 'top-employers?of=overdue', 'overdue?by=province', 'settled?series=month',
];

export interface SeasonQuestions {
  /** Letters of which each, its employer and both histories are asked. */
  readonly matters: number;
  /** Parameters put to each figure and list in turn; an empty one asks as it is. */
  readonly times: readonly string[];
}

/** Every figure and list there is, at several times, and the histories of some matters: what two Netrals of one log must answer alike. */
export const seasonQuestions = async (netral: TestNetral, { matters, times }: SeasonQuestions): Promise<readonly string[]> => {
  const { body } = await netral.get(`/v1/recommendations?limit=${matters}&order=issuedOn`, { key: 'investigator' });
  const letters = (body as { items: { recommendationId: string; employer: { code: string } }[] }).items;
  const timed = [
    ...FIGURES.map((figure) => `/v1/figures/${figure}`), '/v1/recommendations?limit=200', '/v1/recommendations?state=overdue', '/v1/employers', '/v1/anomalies', '/v1/changes',
    ...letters.flatMap(({ recommendationId, employer: { code } }) => [`/v1/recommendations/${recommendationId}`, `/v1/employers/${code}`]),
  ];
  return [
    ...timed.flatMap((path) => times.map((time) => (time === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${time}`))),
    ...letters.flatMap(({ recommendationId, employer: { code } }) => [`/v1/recommendations/${recommendationId}/history`, `/v1/employers/${code}/history`]),
    '/v1/rules', '/v1/seasons', '/v1/seasons/pilkada-2020/activity', '/v1/events?limit=200',
  ];
};
