import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { employersIn, matters, viewOnLastDay } from '../documents/matter';
import { requireKind, seesEmployer, type DocumentKind } from '../documents/may-read';
import { personsIn } from '../events/persons-in';
import { notFound } from '../query.error';
import { momentOf, momentParameters } from '../question/moment';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { addressOf, isPinned } from '../question/self';
import type { Answered, Viewer } from '../viewer';
import { eventsBehind, explain } from './explain';
import { personsShown } from './persons-shown';

/** The events behind one matter, oldest first, each with what it changed. */
export class GetHistory extends Query<Answered<object>> {
  constructor(readonly kind: DocumentKind, readonly id: string, readonly search: string, readonly viewer: Viewer) {
    super();
  }
}

@QueryHandler(GetHistory)
export class GetHistoryHandler implements IQueryHandler<GetHistory> {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ kind, id, search, viewer }: GetHistory): Promise<Answered<object>> {
    requireKind(viewer, kind, this.models.rulebook);
    const problems = new Problems();
    const asked = readParameters(rawParameters(search), momentParameters, problems);
    const moment = momentOf(asked, this.models, this.clock.now(), problems);
    problems.refuseIfAny();
    const document = await this.models.document(matters[kind].projection, id);
    if (document === undefined) throw notFound(`${matters[kind].what} known then`);
    // Another's letter is answered as one that is not there: whether it is there is not theirs to know.
    if (!seesEmployer(viewer, employersIn(viewOnLastDay(kind, document.body, moment)))) throw notFound(`${matters[kind].what} known then`);
    const events = await eventsBehind({ kind, id }, moment, this.store);
    if (events.length === 0) throw notFound(`${matters[kind].what} known then`);
    const items = await explain({ kind, id, body: document.body }, events, moment, this.models);
    const { asOf, knownAt, position } = moment;
    const path = `/v1/${matters[kind].path}/${encodeURIComponent(id)}`;
    const self = addressOf(`${path}/history`, [['asOf', asOf], ['position', position]]);
    return { body: { of: path, asOf, knownAt, position, items, total: items.length, self }, pinned: isPinned(asked, false), persons: kind === 'personnel' ? [id] : personsShown(items, personsIn(document.body)) };
  }
}
