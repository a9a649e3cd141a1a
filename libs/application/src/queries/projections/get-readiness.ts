import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { READINESS, type Readiness } from '../../operate/readiness';
import type { Answered } from '../viewer';

/** Whether the process does what its role is. */
export class GetReadiness extends Query<Answered<object>> {}

@QueryHandler(GetReadiness)
export class GetReadinessHandler implements IQueryHandler<GetReadiness> {
  constructor(@Inject(READINESS) private readonly readiness: Readiness) {}

  /** @throws QueryError `not-ready` */
  async execute(): Promise<Answered<object>> {
    await this.readiness.check();
    return { body: { status: 'ok' }, pinned: false };
  }
}
