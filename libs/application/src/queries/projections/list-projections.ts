import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { CLOCK, type Clock } from '@netral/platform';
import { projections } from '@netral/projections';
import { MODELS_FEED, type ModelsFeed } from '../../project/models-feed';
import { projectionStatuses } from '../../project/projection-status';
import { readNothing } from '../question/read-nothing';
import type { Answered } from '../viewer';

/** Every read model: how far it is, how far behind the log's end, and what it is doing. */
export class ListProjections extends Query<Answered<object>> {
  constructor(readonly search: string) {
    super();
  }
}

@QueryHandler(ListProjections)
export class ListProjectionsHandler implements IQueryHandler<ListProjections> {
  constructor(@Inject(MODELS_FEED) private readonly feed: ModelsFeed, @Inject(EVENT_STORE) private readonly store: EventStore, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ search }: ListProjections): Promise<Answered<object>> {
    readNothing(search);
    const statuses = await projectionStatuses(projections, this.feed, this.store, this.clock);
    // The words of a store that fails may name a place on the machine: they stand in the log.
    const shown = statuses.map(({ reason, ...status }) => (status.state === 'stopped' && reason !== undefined ? { ...status, reason } : status));
    return { body: { projections: shown }, pinned: false };
  }
}
