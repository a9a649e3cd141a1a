import { syntheticPerson } from './synthetic-person';

const matter = { season: 'pilkada-2020', complaintId: 'kasn-0001' };
const letter = { season: 'pilkada-2020', recommendationId: 'kasn-r-0001', employer: '74.07' };
const issued = {
  ...letter,
  letterNumber: 'R-1194/KASN/7/2020',
  issuedOn: '2020-07-20',
  addressedOffice: 'Bupati Wakatobi',
  copiesTo: ['Menteri PANRB', 'Menteri Dalam Negeri', 'Kepala BKN', 'Ketua Bawaslu'],
  reports: ['bawaslu-0001'],
  complaints: ['kasn-0001'],
};
const first = { ...syntheticPerson(1), sanction: 'moral-open', legalBasis: 'PP 42/2004 Pasal 15' };
const second = { ...syntheticPerson(3), sanction: 'discipline-medium', legalBasis: 'PP 53/2010' };

/** Data of each version, oldest first. */
export const recommenderExamples = {
  ComplaintRegistered: [
    {
      ...matter,
      registeredOn: '2020-06-18',
      origin: 'bawaslu',
      reportId: 'bawaslu-0001',
      categories: [{ code: 'sosmed', label: 'Kampanye/sosialisasi di media sosial' }],
      persons: [
        { ...syntheticPerson(1), employer: '74.07', positionGroup: 'jpt' },
        { ...syntheticPerson(3), employer: '74.07', positionGroup: 'pelaksana' },
      ],
    },
  ],
  ReportReturned: [
    {
      ...matter,
      returnedOn: '2020-06-20',
      reason: 'no-study',
      explanation: 'Kajian untuk Orang Sintetis 003 belum ada.',
      persons: [syntheticPerson(3)],
    },
  ],
  ExaminationOpened: [{ ...matter, openedOn: '2020-06-22', explanation: 'Klarifikasi dimulai.' }],
  ViolationNotProven: [{ ...matter, decidedOn: '2020-07-10', reason: 'not-proven', persons: [syntheticPerson(3)] }],
  RecommendationIssued: [
    { ...issued, person: first },
    { ...issued, persons: [first, second] },
  ],
  RecommendationDelivered: [
    { ...letter, receivedOn: '2020-07-23', receivedBy: 'Orang Sintetis 004, staf', proof: 'post', proofReference: 'RESI-0001' },
  ],
  RecommendationWithdrawn: [
    { ...letter, withdrawnOn: '2020-09-01', reason: 'Orang Sintetis 003 ternyata sudah pensiun.', persons: [syntheticPerson(3)] },
  ],
  BlockRequested: [
    { ...letter, requestedOn: '2020-09-10', letterNumber: 'B-900/KASN/9/2020', ground: 'not-followed-up', persons: [syntheticPerson(1)] },
  ],
};
