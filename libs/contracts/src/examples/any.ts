import { ppkExamples } from './ppk';
import { syntheticPerson } from './synthetic-person';

/** Data of each version, oldest first. */
export const anyExamples = {
  FactCorrected: [
    {
      season: 'pilkada-2020',
      correctedType: 'SanctionImposed',
      correctedVersion: 1,
      matter: 'kasn-r-0001',
      messageSource: 'urn:netral:ppk:74.07',
      messageId: 'ex-sanction-imposed-1',
      correctedOn: '2020-09-02',
      reason: 'Tanggal keputusan untuk Orang Sintetis 001 salah ketik.',
      data: { ...ppkExamples.SanctionImposed[0], imposedOn: '2020-08-21', decreeDate: '2020-08-20' },
    },
  ],
  FactRetracted: [
    {
      season: 'pilkada-2020',
      retractedType: 'PersonnelDataBlocked',
      person: syntheticPerson(1),
      employer: '74.07',
      messageSource: 'urn:netral:bkn',
      messageId: 'ex-personnel-data-blocked-1',
      retractedOn: '2020-09-16',
      reason: 'Pemblokiran Orang Sintetis 001 tidak pernah dilaksanakan.',
    },
  ],
};
