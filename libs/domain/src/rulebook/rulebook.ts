import { type EventData, catalogue, eventTypes, regionCodeIn } from '@netral/contracts';
import { NEVER, dayOf } from '../day';
import type { CategoryList, DeadlineRule, Grant, HolidayCalendar, RulePlace, Season } from './entries';

const ruleTypes = [
  'SeasonOpened', 'AuthorityGranted', 'AuthorityEnded', 'DeadlineRuleAdopted', 'HolidayCalendarAdopted', 'CategoryListAdopted',
] as const;
export type RuleEventType = (typeof ruleTypes)[number];
export type RuleEvent = { [T in RuleEventType]: { readonly type: T; readonly data: EventData<T> } }[RuleEventType];
/** An event of the `rules` stream with its place; any other type is passed over. */
export type PlacedEvent = RulePlace & { readonly type: string; readonly data: unknown };

/** What the joint decision has laid down, as folded from the `rules` stream in log order. A value: folding makes a new one. */
export interface Rulebook {
  readonly entries: readonly PlacedEvent[];
  readonly seasons: ReadonlyMap<string, Season>;
  readonly grants: ReadonlyMap<string, Grant>;
  readonly ends: ReadonlyMap<string, EventData<'AuthorityEnded'>>;
  /** Adoptions of each id, oldest first. */
  readonly rules: ReadonlyMap<string, readonly DeadlineRule[]>;
  readonly calendars: ReadonlyMap<string, readonly HolidayCalendar[]>;
  readonly categoryLists: ReadonlyMap<string, readonly CategoryList[]>;
}

export const emptyRulebook: Rulebook = {
  entries: [], seasons: new Map(), grants: new Map(), ends: new Map(), rules: new Map(), calendars: new Map(), categoryLists: new Map(),
};

const isRuleEvent = (event: PlacedEvent): event is PlacedEvent & RuleEvent => (ruleTypes as readonly string[]).includes(event.type);
const withKey = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> => new Map(map).set(key, value);
/** The first statement of an id stands. */
const withFirst = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> => (map.has(key) ? map : withKey(map, key, value));
const withNext = <V>(map: ReadonlyMap<string, readonly V[]>, key: string, make: (version: number) => V): ReadonlyMap<string, readonly V[]> => {
  const before = map.get(key) ?? [];
  return withKey(map, key, [...before, make(before.length + 1)]);
};

/** Folds one event into the book. An event at a position that the book has already changes nothing. */
export const evolveRulebook = (book: Rulebook, event: PlacedEvent): Rulebook => {
  if (!isRuleEvent(event) || book.entries.some(({ position }) => position === event.position)) return book;
  const place: RulePlace = { position: event.position, ordinal: event.ordinal, recordedOn: event.recordedOn };
  const next = { ...book, entries: [...book.entries, event] };
  switch (event.type) {
    case 'SeasonOpened':
      return { ...next, seasons: withFirst(book.seasons, event.data.season, seasonOf(event.data, place)) };
    case 'AuthorityGranted':
      return { ...next, grants: withFirst(book.grants, event.data.grantId, grantOf(event.data, place)) };
    case 'AuthorityEnded':
      return { ...next, ends: withKey(book.ends, event.data.grantId, event.data) };
    case 'DeadlineRuleAdopted':
      return { ...next, rules: withNext(book.rules, event.data.ruleId, (version) => ruleOf(event.data, version, place)) };
    case 'HolidayCalendarAdopted':
      return { ...next, calendars: withNext(book.calendars, event.data.calendarId, (version) => calendarOf(event.data, version, place)) };
    case 'CategoryListAdopted':
      return { ...next, categoryLists: withNext(book.categoryLists, event.data.listId, (version) =>
        ({ ...place, id: event.data.listId, version, agency: event.data.agency, data: event.data })) };
  }
};

/** The book as it stood when the log ended at the given ordinal. */
export const rulebookKnownAt = (book: Rulebook, ordinal: number): Rulebook => {
  const known = book.entries.filter((entry) => entry.ordinal <= ordinal);
  return known.length === book.entries.length ? book : known.reduce(evolveRulebook, emptyRulebook);
};

const seasonOf = (data: EventData<'SeasonOpened'>, place: RulePlace): Season => ({
  ...place, id: data.season, from: dayOf(data.from), until: dayOf(data.until), regionEdition: data.regionEdition, synthetic: data.synthetic, data,
});

const ruleOf = (data: EventData<'DeadlineRuleAdopted'>, version: number, place: RulePlace): DeadlineRule => ({
  ...place, id: data.ruleId, version, appliesTo: data.appliesTo, days: data.days, dayKind: data.dayKind, from: data.from, calendarId: data.calendarId,
  validFrom: data.validFrom === null ? null : dayOf(data.validFrom), validUntil: data.validUntil === null ? null : dayOf(data.validUntil), data,
});

const calendarOf = (data: EventData<'HolidayCalendarAdopted'>, version: number, place: RulePlace): HolidayCalendar => ({
  ...place, id: data.calendarId, version, offDays: new Set(data.days.map(({ date }) => dayOf(date))), data,
});

/** Code of an employer to compare by: that of 2019 where it had one. */
export const comparableEmployer = (code: string): string => regionCodeIn('2019', code) ?? code;

/** Types of the role that a grant names: a grant never reaches beyond its role. */
const grantedTypes = ({ role, eventTypes: listed }: EventData<'AuthorityGranted'>): ReadonlySet<string> =>
  new Set(eventTypes.filter((type) => catalogue[type].role === role && (listed === 'all' || listed.includes(type))));

const grantOf = (data: EventData<'AuthorityGranted'>, place: RulePlace): Grant => ({
  ...place, id: data.grantId, agency: data.agency, eventTypes: grantedTypes(data),
  employers: data.employers === 'all' ? 'all' : new Set(data.employers.map(comparableEmployer)),
  validFrom: dayOf(data.validFrom), validUntil: data.validUntil === null ? NEVER : dayOf(data.validUntil), data,
});
