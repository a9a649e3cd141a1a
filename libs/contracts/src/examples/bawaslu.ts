import { syntheticContractNip, syntheticPerson } from './synthetic-person';

const report = {
  season: 'pilkada-2020',
  reportId: 'bawaslu-0001',
  kind: 'finding',
  reportedOn: '2020-06-10',
  electionRegion: '74.07',
  stage: 'before-candidates',
  persons: [
    { ...syntheticPerson(1), employer: '74.07', positionGroup: 'jpt' },
    { nip: syntheticContractNip(2), employer: 'pusat.kemenag', positionGroup: 'unknown' },
  ],
};

/** Data of each version, oldest first. */
export const bawasluExamples = {
  ViolationReported: [
    { ...report, category: 'sosmed', categoryLabel: 'Kampanye di media sosial' },
    {
      ...report,
      categories: [
        { code: 'sosmed', label: 'Kampanye di media sosial' },
        { code: 'dukung-paslon', label: 'Mendukung salah satu paslon' },
      ],
    },
  ],
  ReportDismissed: [
    {
      season: 'pilkada-2020',
      reportId: 'bawaslu-0001',
      dismissedOn: '2020-06-15',
      reason: 'no-evidence',
      explanation: 'Keterangan Orang Sintetis 001 tidak didukung bukti.',
    },
  ],
  ReportForwarded: [
    {
      season: 'pilkada-2020',
      reportId: 'bawaslu-0001',
      forwardedOn: '2020-06-16',
      to: 'kasn',
      withStudy: true,
      letterNumber: '0123/K.BAWASLU/PM.06.00/VI/2020',
    },
  ],
};
