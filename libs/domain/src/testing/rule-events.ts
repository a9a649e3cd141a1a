import type { EventData } from '@netral/contracts';
import { type PlacedEvent, type RuleEvent, type Rulebook, emptyRulebook, evolveRulebook } from '../rulebook';

/** Statements of the joint decision for specs: what a spec does not name is plain. */
const label = { id: 'Label', en: 'Label' };
const pilkada: EventData<'SeasonOpened'> = {
  season: 'pilkada-2020', label, openedOn: '2020-01-01', from: '2020-01-01', until: '2020-12-31', regionEdition: '2019', synthetic: true,
};
const kasn: EventData<'AuthorityGranted'> = {
  grantId: 'g-kasn', agency: 'kasn', role: 'recommender', eventTypes: 'all', employers: 'all',
  validFrom: '2020-01-01', validUntil: '2024-08-23', basis: 'UU 5/2014',
};
const fourteen: EventData<'DeadlineRuleAdopted'> = {
  ruleId: 'ppk-14-calendar', adoptedOn: '2020-01-01', appliesTo: 'recommendation', days: 14, dayKind: 'calendar', from: 'issued',
  validFrom: '2020-01-01', validUntil: null, label, source: 'KASN',
};
const holidays: EventData<'HolidayCalendarAdopted'> = {
  calendarId: 'id-2020', adoptedOn: '2020-01-01', from: '2020-01-01', until: '2020-12-31', days: [], basis: 'SKB',
};
const categories: EventData<'CategoryListAdopted'> = {
  listId: 'kasn-2020', agency: 'kasn', adoptedOn: '2020-01-01', validFrom: '2020-01-01', validUntil: null,
  entries: [{ code: 'sosmed', label: 'Media sosial', class: 'unknown' }], basis: 'KASN',
};

export const opened = (data: Partial<EventData<'SeasonOpened'>> = {}): RuleEvent => ({ type: 'SeasonOpened', data: { ...pilkada, ...data } });
export const granted = (data: Partial<EventData<'AuthorityGranted'>> = {}): RuleEvent => ({ type: 'AuthorityGranted', data: { ...kasn, ...data } });
export const ended = (grantId: string, endedOn: string): RuleEvent => ({ type: 'AuthorityEnded', data: { grantId, endedOn, basis: 'UU 20/2023' } });
export const ruled = (data: Partial<EventData<'DeadlineRuleAdopted'>> = {}): RuleEvent => ({ type: 'DeadlineRuleAdopted', data: { ...fourteen, ...data } });
export const holidaysOf = (data: Partial<EventData<'HolidayCalendarAdopted'>> = {}): RuleEvent =>
  ({ type: 'HolidayCalendarAdopted', data: { ...holidays, ...data } });
export const listed = (data: Partial<EventData<'CategoryListAdopted'>> = {}): RuleEvent => ({ type: 'CategoryListAdopted', data: { ...categories, ...data } });

/** Gives each statement its place in a log: ordinals from 0. */
export const placed = (statements: readonly RuleEvent[]): PlacedEvent[] =>
  statements.map((statement, ordinal) => ({ ...statement, ordinal, position: String(ordinal).padStart(20, '0'), recordedOn: 18_262 + ordinal }));
export const bookOf = (...statements: readonly RuleEvent[]): Rulebook => placed(statements).reduce(evolveRulebook, emptyRulebook);
