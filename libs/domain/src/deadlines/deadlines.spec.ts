import * as fc from 'fast-check';
import { type DayNumber, NEVER, dayOf, isoOf, weekday } from '../day';
import { daysOverdue, dueDay, dueTable, isWorkingDay } from './deadlines';

const aStart = fc.integer({ min: dayOf('2019-06-01'), max: dayOf('2021-06-30') });
const someDays = fc.integer({ min: 0, max: 40 });
const aKind = fc.constantFrom('calendar' as const, 'working' as const);
const daysOff = fc.uniqueArray(fc.integer({ min: dayOf('2019-06-01'), max: dayOf('2021-12-31') }), { maxLength: 60 })
  .map((days) => ({ offDays: new Set<DayNumber>(days) }));
const off = (...days: string[]) => ({ offDays: new Set(days.map(dayOf)) });
const working = (days: number) => ({ days, dayKind: 'working' as const });
const calendarDays = (days: number) => ({ days, dayKind: 'calendar' as const });

describe('a due day', () => {
  it('of calendar days is so many days after the start', () =>
    expect(isoOf(dueDay(calendarDays(14), dayOf('2020-04-15')))).toBe('2020-04-29'));

  it('of working days leaves out weekends, holidays and joint leave', () => {
    const endOfOctober = off('2020-10-28', '2020-10-29', '2020-10-30');
    expect(isoOf(dueDay(calendarDays(3), dayOf('2020-10-27')))).toBe('2020-10-30');
    expect(isoOf(dueDay(working(3), dayOf('2020-10-27'), endOfOctober))).toBe('2020-11-04');
    expect(isoOf(dueDay(working(3), dayOf('2020-10-27')))).toBe('2020-10-30');
  });

  it('of zero days is the start, even on a day that does not count', () => {
    const sunday = dayOf('2020-10-25');
    expect([dueDay(working(0), sunday), dueDay(calendarDays(0), sunday)]).toEqual([sunday, sunday]);
  });

  it('never comes for what never started', () =>
    expect([dueDay(calendarDays(14), NEVER), dueDay(working(14), NEVER)]).toEqual([NEVER, NEVER]));

  it('never lies earlier for a later start', () =>
    fc.assert(fc.property(aStart, aStart, someDays, aKind, daysOff, (a, b, days, dayKind, calendar) =>
      dueDay({ days, dayKind }, Math.min(a, b), calendar) <= dueDay({ days, dayKind }, Math.max(a, b), calendar))));

  it('lies later for each day more', () =>
    fc.assert(fc.property(aStart, someDays, aKind, daysOff, (start, days, dayKind, calendar) =>
      dueDay({ days: days + 1, dayKind }, start, calendar) > dueDay({ days, dayKind }, start, calendar))));

  it('of working days never lies before that of as many calendar days', () =>
    fc.assert(fc.property(aStart, someDays, daysOff, (start, days, calendar) =>
      dueDay(working(days), start, calendar) >= dueDay(calendarDays(days), start))));

  it('of working days is a working day, with exactly so many of them after the start', () =>
    fc.assert(fc.property(aStart, someDays.filter((days) => days > 0), daysOff, (start, days, calendar) => {
      const due = dueDay(working(days), start, calendar);
      const counted = Array.from({ length: due - start }, (_, index) => start + 1 + index).filter((day) => isWorkingDay(day, calendar));
      expect(isWorkingDay(due, calendar)).toBe(true);
      expect(counted).toHaveLength(days);
    })));

  it('never lies earlier for more holidays', () =>
    fc.assert(fc.property(aStart, someDays, daysOff, daysOff, (start, days, some, more) => {
      const both = { offDays: new Set([...some.offDays, ...more.offDays]) };
      expect(dueDay(working(days), start, both)).toBeGreaterThanOrEqual(dueDay(working(days), start, some));
    })));

  it('does not move for holidays that fall on weekends', () =>
    fc.assert(fc.property(aStart, someDays, daysOff, (start, days, { offDays }) => {
      const weekends = { offDays: new Set([...offDays].filter((day) => weekday(day) === 0 || weekday(day) === 6)) };
      expect(dueDay(working(days), start, weekends)).toBe(dueDay(working(days), start));
    })));
});

describe('a table of due days', () => {
  it('says for each start what the due day is', () =>
    fc.assert(fc.property(aStart, fc.integer({ min: -1, max: 120 }), someDays, aKind, daysOff, (from, span, days, dayKind, calendar) => {
      const table = dueTable({ days, dayKind }, calendar, from, from + span);
      expect([...table]).toEqual(Array.from({ length: span + 1 }, (_, index) => dueDay({ days, dayKind }, from + index, calendar)));
    })));
});

describe('days overdue', () => {
  it('are counted from the day after the due day', () =>
    expect([9, 10, 11, 17].map((asOf) => daysOverdue(10, asOf))).toEqual([0, 0, 1, 7]));

  it('are none for what is never due', () => expect(daysOverdue(NEVER, dayOf('2020-10-26'))).toBe(0));
});
