import { type Day, type Instant, dayOfInstant, endOf, hoursAfter, startOf } from './calendar';
import { periods, quiet } from './plan/season-2020.plan';
import type { Random } from './random';

/** Between which instants a fact has to be recorded. */
export interface Window {
  readonly from: Instant;
  readonly until: Instant;
}

const printed = [...periods.map(({ until, knownUntil }, index) => ({ until, knownUntil, period: index })), { ...quiet, period: 2 }];

/**
 * When a fact of that day, taken up in that period, must arrive: after every earlier day of print that would have counted it,
 * and before its own.
 */
export const windowOf = (on: Day, period: number): Window => {
  const missed = printed.filter((each) => each.period < period && on <= each.until).map(({ knownUntil }) => knownUntil + 1);
  return { from: Math.max(hoursAfter(startOf(on), 9), ...missed), until: (periods[period] ?? { knownUntil: endOf(on + 60) }).knownUntil };
};

export const before = (window: Window, until: Instant): Window => ({ from: window.from, until: Math.min(window.until, until) });
export const after = (window: Window, from: Instant): Window => ({ from: Math.max(window.from, from), until: window.until });

/** Most are recorded within two days, some within a week, a few after weeks. */
const delayHours = (random: Random): number => {
  const [low, high] = random.weighted<readonly [number, number]>([[[2, 48], 58], [[48, 170], 27], [[170, 620], 15]]);
  return low + random.unit() * (high - low);
};

/** Clerks work from half past seven in the morning; what falls into the night is recorded the next morning. */
const atOfficeHours = (random: Random, instant: Instant): Instant => {
  const hour = (instant - startOf(dayOfInstant(instant))) / 3_600_000;
  return hour < 7.5 ? hoursAfter(startOf(dayOfInstant(instant)), 7.5 + random.unit() * 9) : instant;
};

/** The instant of recording, within the window; milliseconds vary. @throws RangeError when the window is empty */
export const arrival = (random: Random, on: Day, window: Window): Instant => {
  if (window.from > window.until) throw new RangeError(`no time to record a fact of day ${on} between ${window.from} and ${window.until}`);
  const base = Math.max(hoursAfter(startOf(on), 9), window.from);
  const natural = atOfficeHours(random, Math.floor(hoursAfter(base, delayHours(random)) + random.int(0, 999)));
  if (natural <= window.until) return natural;
  return window.from + Math.floor(random.unit() * (window.until - window.from));
};
