import { NEVER, type DayNumber } from '../projection';
import type { Block, Lift } from './kept';

export type Scope = 'data' | 'services' | 'both';

/** A stretch of days under one scope; office, ground and employer are those of `opened`, the act that blocked a free record. */
export interface Span {
  readonly opened: Block;
  readonly scope: Scope;
  readonly blockedOn: DayNumber;
  /** First day free again or under another scope. */
  readonly untilOn: DayNumber;
}
/** A record becoming blocked (1) or free (−1), counted under the act that opened the period. */
export interface Flow {
  readonly opened: Block;
  readonly scope: Scope;
  readonly direction: 1 | -1;
  readonly day: DayNumber;
}
export interface Walk {
  readonly spans: readonly Span[];
  readonly flows: readonly Flow[];
  /** Lifts that free nothing, blocks that add nothing. */
  readonly idle: readonly (Block | Lift)[];
}

interface Blocked { readonly opened: Block; readonly data: boolean; readonly services: boolean; readonly since: DayNumber }

/** Walks the acts of one record in one season by (own day, log order): `data` and `services` are each blocked or free. */
export const walk = (acts: readonly (Block | Lift)[]): Walk => {
  const spans: Span[] = [];
  const flows: Flow[] = [];
  const idle: (Block | Lift)[] = [];
  let now: Blocked | undefined;
  for (const act of acts.toSorted((a, b) => a.day - b.day || a.ordinal - b.ordinal)) {
    const next = act.type === 'PersonnelDataBlocked' ? blocked(now, act) : lifted(now, act);
    if (next === now) {
      idle.push(act);
      continue;
    }
    if (now !== undefined && now.since < act.day) spans.push(spanOf(now, act.day));
    if (now === undefined && next !== undefined) flows.push({ opened: next.opened, scope: act.data.scope, direction: 1, day: act.day });
    if (now !== undefined && next === undefined) flows.push({ opened: now.opened, scope: scopeOf(now), direction: -1, day: act.day });
    now = next;
  }
  if (now !== undefined) spans.push(spanOf(now, NEVER));
  return { spans, flows, idle };
};

const blocked = (now: Blocked | undefined, act: Block): Blocked | undefined => {
  const data = now?.data === true || act.data.scope !== 'services';
  const services = now?.services === true || act.data.scope !== 'data';
  if (now !== undefined && data === now.data && services === now.services) return now;
  return { opened: now?.opened ?? act, data, services, since: act.day };
};

const lifted = (now: Blocked | undefined, act: Lift): Blocked | undefined => {
  if (now === undefined) return now;
  const data = now.data && act.data.scope === 'services';
  const services = now.services && act.data.scope === 'data';
  if (data === now.data && services === now.services) return now;
  return data || services ? { opened: now.opened, data, services, since: act.day } : undefined;
};

const scopeOf = ({ data, services }: Blocked): Scope => (data && services ? 'both' : data ? 'data' : 'services');

const spanOf = (blockedNow: Blocked, untilOn: DayNumber): Span =>
  ({ opened: blockedNow.opened, scope: scopeOf(blockedNow), blockedOn: blockedNow.since, untilOn });
