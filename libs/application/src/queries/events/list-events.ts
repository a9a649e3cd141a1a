import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { eventTypes, type EventMetadata } from '@netral/contracts';
import { EVENT_STORE, NO_POSITION, type EventStore, type RecordedEvent } from '@netral/event-store';
import { choiceParameter, integerParameter, patternParameter, type ValuesOf } from '../question/parameter';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { addressOf } from '../question/self';
import type { Answered } from '../viewer';
import { personsIn } from './persons-in';

/** Events looked at for one page, so that a rare type cannot make one question read the whole log. */
const SCANNED_MAX = 10_000;

export const eventsParameters = {
  after: patternParameter('after', 'Events after this place in the log; default its beginning.', '^\\d{20}$', '20 digits, a place in the log as answers give it', NO_POSITION),
  limit: integerParameter('limit', 'Events on a page.', 1, 1000, 100),
  stream: patternParameter('stream', 'Events of this stream only.', '^[a-z]+(-[A-Za-z0-9._-]{1,64})?$', 'the name of a stream: rules, or <matter>-<id>', 'rules'),
  type: choiceParameter('type', 'Events of this type only.', eventTypes),
};
type Asked = ValuesOf<typeof eventsParameters>;

/** Events as the log holds them: persons under pseudonyms, free text sealed. Oldest first. */
export class ListEvents extends Query<Answered<object>> {
  constructor(readonly search: string) {
    super();
  }
}

@QueryHandler(ListEvents)
export class ListEventsHandler implements IQueryHandler<ListEvents> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ search }: ListEvents): Promise<Answered<object>> {
    const problems = new Problems();
    const asked = readParameters(rawParameters(search), eventsParameters, problems);
    problems.refuseIfAny();
    const { events, next } = await this.page(asked, asked.after ?? NO_POSITION, asked.limit ?? 100);
    const items = events.map(shown);
    const self = addressOf('/v1/events', [['after', asked.after ?? NO_POSITION], ['limit', asked.limit ?? 100], ['stream', asked.stream], ['type', asked.type]]);
    return { body: { items, next, self }, pinned: false, persons: personsIn(items) };
  }

  private async page({ stream, type }: Asked, after: string, limit: number): Promise<{ events: readonly RecordedEvent[]; next: string | null }> {
    const events: RecordedEvent[] = [];
    let scanned = 0;
    for await (const event of stream === undefined ? this.store.readAll(after, { limit: SCANNED_MAX + 1 }) : this.store.readStream(stream)) {
      if (event.position <= after) continue;
      if (events.length === limit || scanned === SCANNED_MAX) return { events, next: after };
      after = event.position;
      scanned += 1;
      if (type === undefined || event.type === type) events.push(event);
    }
    return { events, next: null };
  }
}

const shown = ({ id, stream, revision, position, type, data, metadata }: RecordedEvent) => {
  const { agency, source, messageId, subject, publishedAt, recordedAt, version } = JSON.parse(metadata) as EventMetadata;
  return {
    position, recordedAt, type, version, stream, revision: Number(revision), id, agency, source, messageId, subject, publishedAt,
    data: JSON.parse(data) as unknown,
  };
};
