import type { RawEvent } from './raw-event';

const DAY = 86_400_000;
export const plusDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
export const daysBetween = (from: string, until: string): number => Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** Due day of a letter, found by walking day after day; undefined: not due yet, for want of a delivery or of a rule. */
export const dueDay = (
  events: readonly RawEvent[], issuedOn: string, deliveredOn: string | undefined, asked: { readonly rule?: string; readonly calendar?: string },
): string | undefined => {
  const adoptions = events.filter(({ type, data }) => type === 'DeadlineRuleAdopted' && data.appliesTo === 'recommendation').map(({ data }) => data);
  const latestOf = new Map<string, (typeof adoptions)[number]>();
  for (const rule of adoptions) {
    latestOf.delete(rule.ruleId);
    latestOf.set(rule.ruleId, rule);
  }
  const rule = asked.rule === undefined || asked.rule === 'in-force'
    ? [...latestOf.values()].filter(({ validFrom, validUntil }) => validFrom !== null && validFrom <= issuedOn && (validUntil === null || issuedOn <= validUntil)).at(-1)
    : latestOf.get(asked.rule);
  const start = rule?.from === 'delivered' ? deliveredOn : issuedOn;
  if (rule === undefined || start === undefined) return undefined;
  if (rule.dayKind === 'calendar') return plusDays(start, rule.days);
  const [calendarId, version] = asked.calendar === undefined || asked.calendar === 'known' ? [rule.calendarId, undefined] : asked.calendar.split('@');
  const calendars = events.filter(({ type, data }) => type === 'HolidayCalendarAdopted' && data.calendarId === calendarId).map(({ data }) => data);
  const calendar = version === undefined ? calendars.at(-1) : calendars[Number(version) - 1];
  const free = new Set<string>((calendar?.days ?? []).map(({ date }: { date: string }) => date));
  let day = start;
  for (let counted = 0; counted < rule.days; ) {
    day = plusDays(day, 1);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !free.has(day)) counted += 1;
  }
  return day;
};
