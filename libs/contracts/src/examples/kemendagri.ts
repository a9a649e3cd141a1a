const round = { season: 'pilkada-2020', reprimandId: 'teguran-2020-1' };

/** Data of each version, oldest first. */
export const kemendagriExamples = {
  ReprimandListDrawn: [
    {
      ...round,
      drawnOn: '2020-10-27',
      cutOff: '2020-10-26',
      knownAt: '2020-10-26T23:59:59.999+07:00',
      rule: { id: 'ppk-14-calendar', version: 1 },
      calendar: { id: 'id-2020', version: 3 },
      entries: [
        {
          employer: '74.07',
          office: 'Bupati Wakatobi',
          holder: 'Penjabat sementara',
          recommendationId: 'kasn-r-0001',
          letterNumber: 'R-1194/KASN/7/2020',
          issuedOn: '2020-07-20',
          dueOn: '2020-08-03',
          sanction: 'discipline-medium',
        },
      ],
    },
  ],
  ReprimandIssued: [
    {
      ...round,
      employer: '74.07',
      issuedOn: '2020-10-27',
      letterNumber: '700/1/IJ',
      answerDays: 3,
      answerFrom: 'received',
      signatory: 'Inspektur Jenderal atas nama Menteri Dalam Negeri',
    },
  ],
  ReprimandDelivered: [
    { ...round, employer: '74.07', receivedOn: '2020-11-02', receivedBy: 'Orang Sintetis 005, sekretariat', proof: 'hand' },
  ],
  ReprimandAnswered: [
    { ...round, employer: '74.07', answeredOn: '2020-11-04', content: 'Sanksi bagi Orang Sintetis 001 sudah dijatuhkan.' },
  ],
  ReprimandEscalated: [{ ...round, employer: '74.07', escalatedOn: '2020-11-20', to: 'menpanrb', ground: 'not-followed-up' }],
};
