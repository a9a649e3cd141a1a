import { type EventData, employerKind } from '@netral/contracts';
import type { Decider } from '../decider';
import { DomainError } from '../domain-error';

type Data = EventData<'ReprimandListDrawn'>;
export type ReprimandCandidate = Data['entries'][number];

/** Kemendagri draws the list of what is overdue at a cut-off, as known at an instant, under a rule and calendar. */
export interface DrawReprimandList extends Omit<Data, 'entries'> {
  /** Open letters with their due days, whoever their employers are. */
  readonly candidates: readonly ReprimandCandidate[];
}

export interface ReprimandListDrawnEvent {
  readonly type: 'ReprimandListDrawn';
  readonly data: Data;
}

const ENTRIES_MAX = 5_000;

/**
 * One stream a reprimand. The entries stay in the event: what Kemendagri saw that day is itself a fact. It reprimands regional heads
 * only; what ministries leave undone falls to the Minister of Administrative Reform.
 */
export const reprimandList: Decider<DrawReprimandList, ReprimandListDrawnEvent, 'not-drawn' | 'drawn'> = {
  initialState: () => 'not-drawn',

  decide: ({ candidates, ...drawing }, state) => {
    const { reprimandId, cutOff, drawnOn } = drawing;
    if (state === 'drawn') throw new DomainError('reprimand-list-exists', `reprimandId: found ${reprimandId}, already drawn`);
    if (drawnOn < cutOff) throw new DomainError('wrong-order', `cutOff: found ${cutOff}, expected no day after ${drawnOn}`);
    const entries = candidates
      .filter(({ dueOn, employer }) => dueOn < cutOff && employerKind(employer) === 'region')
      .toSorted((a, b) => compare(a.dueOn, b.dueOn) || compare(a.recommendationId, b.recommendationId));
    refuseUnfit(entries, cutOff);
    return [{ type: 'ReprimandListDrawn', data: { ...drawing, entries } }];
  },

  evolve: () => 'drawn',
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const refuseUnfit = (entries: readonly ReprimandCandidate[], cutOff: string): void => {
  if (entries.length === 0) throw new DomainError('nothing-overdue', `no recommendation to a region is overdue on ${cutOff}`);
  if (entries.length > ENTRIES_MAX) {
    throw new DomainError('too-many-entries', `entries: found ${entries.length}, expected at most ${ENTRIES_MAX}`);
  }
  const ids = new Set(entries.map(({ recommendationId }) => recommendationId));
  if (ids.size < entries.length) throw new DomainError('repeated-recommendation', 'candidates: a recommendation stands there twice');
};
