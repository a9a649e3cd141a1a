import { catalogue, contractOf, eventTypes, type EventData, type EventType } from '../catalogue';
import { foundIn } from './found';
import { DONE, refused, type Result } from './result';

const checkSpans = (type: EventType, data: Readonly<Record<string, unknown>>, base: string): Result<void> => {
  for (const [from, until] of contractOf(type)?.spans ?? []) {
    const [first, last] = [data[from], data[until]];
    if (typeof first === 'string' && typeof last === 'string' && last < first) {
      return refused('wrong-order', `${base}/${until}`, foundIn(last), `not before ${from}, ${foundIn(first)}`);
    }
  }
  return DONE;
};

/** A day outside its calendar's span is mostly a slip of the year, and would be overlooked in silence. */
const checkCalendar = ({ from, until, days }: EventData<'HolidayCalendarAdopted'>): Result<void> => {
  const index = days.findIndex(({ date }) => date < from || date > until);
  return index < 0 ? DONE : refused('outside-span', `/data/days/${index}/date`, foundIn(days[index]?.date), `from ${from} to ${until}`);
};

/** A grant for an event that does not exist would grant nothing, and nobody would notice. */
const checkGrant = ({ eventTypes: granted }: EventData<'AuthorityGranted'>): Result<void> => {
  if (granted === 'all') return DONE;
  const sendable = eventTypes.filter((type) => catalogue[type].role !== 'intake') as readonly string[];
  const index = granted.findIndex((type) => !sendable.includes(type));
  return index < 0
    ? DONE
    : refused('wrong-value', `/data/eventTypes/${index}`, foundIn(granted[index]), 'an event of the catalogue, such as SanctionImposed');
};

/** What a contract says of its own fields together. Asked of data that keeps to the schema. */
export const checkTogether = (type: EventType, data: unknown, base: string): Result<void> => {
  const spans = checkSpans(type, data as Readonly<Record<string, unknown>>, base);
  if (!spans.ok) return spans;
  if (type === 'HolidayCalendarAdopted') return checkCalendar(data as EventData<'HolidayCalendarAdopted'>);
  return type === 'AuthorityGranted' ? checkGrant(data as EventData<'AuthorityGranted'>) : DONE;
};
