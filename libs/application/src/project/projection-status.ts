import type { EventMetadata } from '@netral/contracts';
import type { EventStore } from '@netral/event-store';
import type { Clock } from '@netral/platform';
import type { Projection } from '@netral/projections';
import type { ModelsFeed, ProjectorState } from './models-feed';

/** Events counted behind the projections at most: beyond it the lag is "at least this". */
export const LAG_EVENTS_MAX = 10_000;

/** One line of `/v1/projections`. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly position: string;
  readonly lag: {
    /** Events recorded and not folded yet; at most LAG_EVENTS_MAX are counted. */
    readonly events: number;
    /** Age of the oldest of them, by its recording. */
    readonly seconds: number;
  };
  readonly state: ProjectorState;
  readonly reason?: string;
  readonly stoppedAt?: string;
}

/** State of every projection. All are folded in one pass, so they share place, lag and state. */
export const projectionStatuses = async (
  projections: readonly Projection[], feed: Pick<ModelsFeed, 'current'>, eventStore: EventStore, clock: Clock,
): Promise<readonly ProjectionStatus[]> => {
  const { state, position, reason, stoppedAt } = feed.current;
  const lag = await lagOf(position, eventStore, clock);
  const why = { ...(reason === undefined ? {} : { reason }), ...(stoppedAt === undefined ? {} : { stoppedAt }) };
  return projections.map(({ name, version }) => ({ name, version, position, lag, state, ...why }));
};

const lagOf = async (position: string, eventStore: EventStore, clock: Clock): Promise<ProjectionStatus['lag']> => {
  if ((await eventStore.head()) <= position) return { events: 0, seconds: 0 };
  let events = 0;
  let oldest: string | undefined;
  for await (const { metadata } of eventStore.readAll(position, { limit: LAG_EVENTS_MAX })) {
    oldest ??= metadata;
    events += 1;
  }
  return { events, seconds: oldest === undefined ? 0 : secondsSince(oldest, clock) };
};

// An event whose metadata cannot be read stops the projections: they say so, and the lag is that of an event just recorded.
const secondsSince = (metadata: string, clock: Clock): number => {
  try {
    const recordedAt = Date.parse((JSON.parse(metadata) as EventMetadata).recordedAt);
    return Number.isNaN(recordedAt) ? 0 : Math.max(0, Math.round((clock.now() - recordedAt) / 1000));
  } catch {
    return 0;
  }
};
