/** Data of each version, oldest first. Written by Netral itself, never sent. */
export const intakeExamples = {
  MessageSetAside: [
    {
      deadLetterId: 'dl-0001',
      agency: 'kasn',
      setAsideOn: '2020-07-21',
      reasonCode: 'wrong-date',
      contentHash: 'c3ludGhldGljLWhhc2gtb2YtYS1tZXNzYWdl',
      message: { source: 'urn:netral:kasn', id: 'ex-recommendation-issued-0' },
      season: 'pilkada-2020',
    },
  ],
};
