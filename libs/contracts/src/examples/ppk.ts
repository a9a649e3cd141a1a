import { syntheticPerson } from './synthetic-person';

const letter = { season: 'pilkada-2020', recommendationId: 'kasn-r-0001', employer: '74.07' };

/** Data of each version, oldest first. */
export const ppkExamples = {
  FollowUpStarted: [{ ...letter, startedOn: '2020-08-01' }],
  SanctionImposed: [
    {
      ...letter,
      imposedOn: '2020-08-20',
      decreeNumber: '800/123/2020',
      decreeDate: '2020-08-19',
      sanction: 'moral-open',
      document: 'Keputusan Bupati Wakatobi 800/123/2020',
      persons: [syntheticPerson(1)],
    },
  ],
  RecommendationDisputed: [
    { ...letter, disputedOn: '2020-08-05', argument: 'Orang Sintetis 003 sedang cuti.', persons: [syntheticPerson(3)] },
  ],
  PersonSeparated: [
    {
      ...letter,
      separatedOn: '2020-08-31',
      decreeNumber: '882/45/2020',
      decreeDate: '2020-08-15',
      document: 'Keputusan Bupati Wakatobi 882/45/2020',
      kind: 'retired',
      persons: [syntheticPerson(3)],
    },
  ],
};
