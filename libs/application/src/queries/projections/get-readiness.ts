import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { WriteGate } from '../../ingest/write-gate';
import { Projector } from '../../project/projector';
import { QueryError } from '../query.error';
import type { Answered } from '../viewer';

/** Whether the log is open and the read models have caught up with it. */
export class GetReadiness extends Query<Answered<object>> {}

@QueryHandler(GetReadiness)
export class GetReadinessHandler implements IQueryHandler<GetReadiness> {
  private caughtUp = false;

  constructor(private readonly projector: Projector, private readonly gate: WriteGate, @Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** Once caught up, being a batch behind is work, not trouble. @throws QueryError `not-ready` */
  async execute(): Promise<Answered<object>> {
    if (this.gate.retryAfterSeconds !== undefined) this.refuse('a season is being recorded');
    const { state, position } = this.projector.current;
    const head = await this.store.head().catch(() => this.refuse('the log cannot be read'));
    if (state === 'live' && position >= head) this.caughtUp = true;
    if (!this.caughtUp || !['live', 'catching-up'].includes(state)) this.refuse(`the read models are ${state}`);
    return { body: { status: 'ok' }, pinned: false };
  }

  private refuse(why: string): never {
    this.caughtUp = false;
    throw new QueryError('not-ready', `Not ready: ${why}.`);
  }
}
