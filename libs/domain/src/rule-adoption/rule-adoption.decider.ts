import { catalogue, employerKind, eventTypes, hasCode, type EventData } from '@netral/contracts';
import type { Decider } from '../decider';
import { DomainError } from '../domain-error';
import { type Rulebook, type RuleEvent, emptyRulebook, evolveRulebook } from '../rulebook/rulebook';

/**
 * The operator records what the joint decision lays down. Here a statement can be refused, because it is our own act: a rule that
 * cannot be computed would make every answer wrong.
 */
export const ruleAdoption: Decider<RuleEvent, RuleEvent, Rulebook> = {
  initialState: () => emptyRulebook,

  decide: (statement, book) => {
    switch (statement.type) {
      case 'SeasonOpened':
        refuseSeason(statement.data, book);
        break;
      case 'AuthorityGranted':
        refuseGrant(statement.data, book);
        break;
      case 'AuthorityEnded':
        refuseEnd(statement.data, book);
        break;
      case 'DeadlineRuleAdopted':
        refuseRule(statement.data, book);
        break;
      case 'HolidayCalendarAdopted':
        refuseCalendar(statement.data);
        break;
      case 'CategoryListAdopted':
        refuseCategories(statement.data);
        break;
    }
    return [statement];
  },

  // The stream's order is all that matters here, so its count serves as the place of an event that has none yet.
  evolve: (book, event) => {
    const ordinal = book.entries.length;
    return evolveRulebook(book, { ...event, position: String(ordinal).padStart(20, '0'), ordinal, recordedOn: 0 });
  },
};

const refuseOrder = (field: string, until: string | null, from: string | null): void => {
  if (from !== null && until !== null && until < from) {
    throw new DomainError('wrong-order', `${field}: found ${until}, expected ${from} or later`);
  }
};

const refuseSeason = ({ season, from, until }: EventData<'SeasonOpened'>, { seasons }: Rulebook): void => {
  refuseOrder('until', until, from);
  if (seasons.has(season)) throw new DomainError('season-exists', `season: found ${season}, expected an id of its own`);
};

const refuseGrant = (data: EventData<'AuthorityGranted'>, { grants }: Rulebook): void => {
  refuseOrder('validUntil', data.validUntil, data.validFrom);
  if (grants.has(data.grantId)) throw new DomainError('grant-exists', `grantId: found ${data.grantId}, expected an id of its own`);
  const ofRole = eventTypes.filter((type) => catalogue[type].role === data.role) as readonly string[];
  const stray = data.eventTypes === 'all' ? undefined : data.eventTypes.find((type) => !ofRole.includes(type));
  if (stray !== undefined) throw new DomainError('unknown-event-type', `eventTypes: found ${stray}, expected ${ofRole.join(', ')}`);
  const nobody = data.employers === 'all' ? undefined : data.employers.find((code) => employerKind(code) === undefined);
  if (nobody !== undefined) throw new DomainError('unknown-employer', `employers: found ${nobody}, expected the code of an employer`);
};

const refuseEnd = ({ grantId, endedOn }: EventData<'AuthorityEnded'>, { grants }: Rulebook): void => {
  const grant = grants.get(grantId);
  if (grant === undefined) throw new DomainError('unknown-grant', `grantId: found ${grantId}, expected a grant on record`);
  refuseOrder('endedOn', endedOn, grant.data.validFrom);
};

const refuseRule = (data: EventData<'DeadlineRuleAdopted'>, { calendars }: Rulebook): void => {
  refuseOrder('validUntil', data.validUntil, data.validFrom);
  const needed = data.dayKind === 'working' || data.calendarId !== undefined;
  if (needed && !calendars.has(data.calendarId ?? '')) {
    throw new DomainError('unknown-calendar', `calendarId: found ${data.calendarId ?? 'none'}, expected a calendar on record`);
  }
};

const refuseCalendar = ({ from, until, days }: EventData<'HolidayCalendarAdopted'>): void => {
  refuseOrder('until', until, from);
  const seen = new Set<string>();
  for (const { date } of days) {
    if (date < from || date > until) throw new DomainError('outside-span', `days: found ${date}, expected a day from ${from} to ${until}`);
    if (seen.has(date)) throw new DomainError('repeated-day', `days: found ${date} twice, expected each day once`);
    seen.add(date);
  }
};

const refuseCategories = (data: EventData<'CategoryListAdopted'>): void => {
  refuseOrder('validUntil', data.validUntil, data.validFrom);
  const stray = data.entries.find(({ code }) => !hasCode('categories', code));
  if (stray !== undefined) throw new DomainError('unknown-category', `entries: found ${stray.code}, expected a code of the categories`);
};
