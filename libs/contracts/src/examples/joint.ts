const basis = 'SKB 10 September 2020';

/** Data of each version, oldest first. */
export const jointExamples = {
  SeasonOpened: [
    {
      season: 'pilkada-2020',
      label: { id: 'Pilkada Serentak 2020', en: 'Simultaneous regional elections 2020' },
      openedOn: '2020-01-01',
      from: '2020-01-01',
      until: '2020-12-31',
      regionEdition: '2019',
      synthetic: true,
    },
  ],
  AuthorityGranted: [
    {
      grantId: 'skb-kasn',
      agency: 'kasn',
      role: 'recommender',
      eventTypes: ['ComplaintRegistered', 'RecommendationIssued', 'RecommendationWithdrawn'],
      employers: 'all',
      validFrom: '2020-01-01',
      validUntil: null,
      basis,
    },
  ],
  AuthorityEnded: [{ grantId: 'skb-kasn', endedOn: '2024-08-24', basis: 'UU 20/2023' }],
  DeadlineRuleAdopted: [
    {
      ruleId: 'ppk-14-calendar',
      adoptedOn: '2020-01-01',
      appliesTo: 'recommendation',
      days: 14,
      dayKind: 'calendar',
      from: 'issued',
      validFrom: '2020-01-01',
      validUntil: null,
      label: { id: '14 hari kalender sejak surat', en: '14 calendar days from the letter' },
      source: 'KASN',
    },
  ],
  HolidayCalendarAdopted: [
    {
      calendarId: 'id-2020',
      adoptedOn: '2019-08-28',
      from: '2020-01-01',
      until: '2020-12-31',
      days: [
        { date: '2020-10-28', kind: 'joint-leave', label: { id: 'Cuti bersama Maulid Nabi', en: "Joint leave, Prophet's birthday" } },
        { date: '2020-10-29', kind: 'holiday', label: { id: 'Maulid Nabi Muhammad', en: "Prophet's birthday" } },
      ],
      basis: 'SKB tiga menteri tentang hari libur nasional dan cuti bersama 2020',
    },
  ],
  CategoryListAdopted: [
    {
      listId: 'kasn-2020',
      agency: 'kasn',
      adoptedOn: '2020-01-01',
      validFrom: '2020-01-01',
      validUntil: null,
      entries: [{ code: 'sosmed', label: 'Kampanye/sosialisasi di media sosial', class: 'ethics' }],
      basis,
    },
  ],
};
