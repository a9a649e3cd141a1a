import { syntheticPerson } from './synthetic-person';

const record = { season: 'pilkada-2020', person: syntheticPerson(1), employer: '74.07', office: 'kanreg-04' };

/** Data of each version, oldest first. */
export const bknExamples = {
  EarlyWarningIssued: [{ ...record, issuedOn: '2020-07-01', ground: 'report', document: 'Surat Kepala Kanreg IV BKN' }],
  PersonnelDataBlocked: [
    {
      ...record,
      blockedOn: '2020-09-15',
      scope: 'both',
      ground: 'not-followed-up',
      recommendationId: 'kasn-r-0001',
      document: 'Nota dinas 167/2020',
    },
  ],
  PersonnelDataUnblocked: [
    {
      ...record,
      liftedOn: '2020-10-15',
      scope: 'both',
      ground: 'followed-up',
      recommendationId: 'kasn-r-0001',
      document: 'Nota dinas 201/2020',
    },
  ],
  ViolationDataSubmitted: [
    {
      season: 'pilkada-2020',
      oversightId: 'bkn-2020-11',
      submittedOn: '2020-11-27',
      to: 'kemendagri',
      periodFrom: '2020-01-01',
      periodUntil: '2020-11-26',
      counts: [
        { figure: 'recommended', unit: 'persons', value: 727 },
        { figure: 'blocked', unit: 'personnel-records', value: 26 },
      ],
    },
  ],
  PresidentialRecommendationMade: [
    {
      season: 'pilkada-2020',
      oversightId: 'bkn-p-0001',
      madeOn: '2020-12-01',
      addressee: 'Presiden Republik Indonesia',
      employer: '74.07',
      ground: 'not-followed-up',
      recommendationId: 'kasn-r-0001',
    },
  ],
};
