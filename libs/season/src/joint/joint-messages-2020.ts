import { type CloudEvent, type EventData, type EventType, categoryLists, ceType, dataschemaOf } from '@netral/contracts';
import { JOINT_DECISION_ON, jointDecisionGrants, statutoryGrants } from './authorities-2020';
import { CALENDAR_ID, deadlineRules2020 } from './deadline-rules-2020';
import { holidayDecrees2020 } from './holidays-2020';

/** A message of the operator and the instant (UTC) at which it is recorded under the simulated clock. */
export interface JointMessage {
  readonly recordedAt: string;
  readonly message: CloudEvent;
}

type JointType = Extract<EventType, 'SeasonOpened' | 'AuthorityGranted' | 'DeadlineRuleAdopted' | 'HolidayCalendarAdopted' | 'CategoryListAdopted'>;
type Statement = { [T in JointType]: { readonly type: T; readonly subject: string; readonly data: EventData<T> } }[JointType];

const SEASON = 'pilkada-2020';
/** Midnight in Jakarta as the season begins, and the end of an office day on which a decree was signed. */
const SEASON_START = '2019-12-31T17:00:00.000Z';
const afterOffice = (day: string): string => `${day}T10:00:00.000Z`;

const season: Statement = {
  type: 'SeasonOpened', subject: `season-${SEASON}`,
  data: {
    season: SEASON, label: { id: 'Pilkada serentak 2020', en: 'Regional elections of 2020' }, openedOn: '2020-01-01',
    from: '2020-01-01', until: '2020-12-31', regionEdition: '2019', synthetic: true,
  },
};

const calendars: readonly Statement[] = holidayDecrees2020.map(({ adoptedOn, basis, days }) => ({
  type: 'HolidayCalendarAdopted', subject: `calendar-${CALENDAR_ID}`,
  data: { calendarId: CALENDAR_ID, adoptedOn, from: '2020-01-01', until: '2020-12-31', days, basis },
}));

const rules: readonly Statement[] = deadlineRules2020.map((data) => ({ type: 'DeadlineRuleAdopted', subject: `rule-${data.ruleId}`, data }));

const granted = (grants: typeof statutoryGrants): readonly Statement[] =>
  grants.map((data) => ({ type: 'AuthorityGranted', subject: `grant-${data.grantId}`, data }));

const categories: readonly Statement[] = Object.entries(categoryLists).map(([agency, entries]) => ({
  type: 'CategoryListAdopted', subject: `categories-${agency}-2020`,
  data: {
    listId: `${agency}-2020`, agency, adoptedOn: '2020-01-01', validFrom: '2020-01-01', validUntil: null, entries: [...entries],
    basis: `Kategori ${agency.toUpperCase()} menurut publikasi 2020; daftar lengkap tidak terbaca`,
  },
}));

const messageOf = ({ type, subject, data }: Statement, recordedAt: string, index: number): CloudEvent => ({
  specversion: '1.0', id: `joint-2020-${String(index + 1).padStart(3, '0')}`, source: 'urn:netral:operator',
  type: ceType(type), dataschema: dataschemaOf(type, 1), subject, time: recordedAt, datacontenttype: 'application/json', data,
});

/**
 * What the operator lays down for the season of 2020, in the order of recording: everything as the season begins (the authority of
 * 2024 as well, for who may speak on which day is a matter of validity, not of recording), each change of the holidays after its
 * decree, and the joint decision on its day. Ids never change: a message added later gets the number after the last.
 */
export const jointMessages2020 = (): JointMessage[] => {
  const [firstCalendar, ...laterCalendars] = calendars;
  const atStart = [season, firstCalendar!, ...rules, ...granted(statutoryGrants), ...categories];
  const timed = [
    ...atStart.map((statement) => ({ statement, recordedAt: SEASON_START })),
    ...laterCalendars.map((statement) => ({ statement, recordedAt: afterOffice((statement.data as { adoptedOn: string }).adoptedOn) })),
    ...granted(jointDecisionGrants).map((statement) => ({ statement, recordedAt: afterOffice(JOINT_DECISION_ON) })),
  ];
  const numbered = timed.map(({ statement, recordedAt }, index) => ({ recordedAt, message: messageOf(statement, recordedAt, index) }));
  return numbered.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
};
