import type { TestNetral } from '../support/netral';

/** Days that the messages of the season speak of. */
const TIMES = ['asOf=2020-10-01', 'asOf=2020-10-26', 'asOf=2020-12-31'];
const TIMED = [
  ...['reported', 'forwarded', 'recommended', 'settled', 'pending', 'overdue', 'follow-up-rate', 'blocked', 'violations', 'anomalies', 'recommended?by=regionType', 'overdue?by=province', 'settled?series=month']
    .map((figure) => `/v1/figures/${figure}`),
  '/v1/recommendations?limit=200', '/v1/recommendations?state=overdue', '/v1/employers', '/v1/anomalies', '/v1/changes',
];
const MATTERS = 5;

/** Figures, lists and histories of some matters, as they are asked of a Netral that has folded the same log. */
export const roleQuestions = async (netral: TestNetral): Promise<readonly string[]> => {
  const { body } = await netral.get(`/v1/recommendations?limit=${MATTERS}&order=issuedOn&asOf=2020-12-31`, { key: 'investigator' });
  const letters = (body as { items: { recommendationId: string; employer: { code: string } }[] }).items;
  return [
    ...TIMED.flatMap((path) => TIMES.map((time) => `${path}${path.includes('?') ? '&' : '?'}${time}`)),
    ...letters.flatMap(({ recommendationId, employer: { code } }) => [`/v1/recommendations/${recommendationId}/history`, `/v1/employers/${code}/history`]),
    '/v1/rules', '/v1/seasons', '/v1/events?limit=200',
  ];
};
