import { contractOf, ownDayOf, upcast, type EventMetadata, type EventType, type Label } from '@netral/contracts';
import { dayOf } from '@netral/domain';
import type { EventStore, RecordedEvent } from '@netral/event-store';
import { matters } from '../documents/matter';
import type { DocumentKind } from '../documents/may-read';
import type { Moment } from '../question/moment';
import { differences, type Change } from './differences';

/** One event behind a matter's state, and what it changed in it. */
export interface ExplainedEvent {
  readonly position: string;
  readonly recordedAt: string;
  readonly type: string;
  readonly agency: string;
  readonly effectiveOn: string;
  readonly summary: Label;
  readonly changes: readonly Change[];
}

/**
 * The events behind a matter as it stood at a moment, oldest first. An event's changes are those it made on the day asked: an
 * act that was not yet in effect then changed nothing. `body` is the matter's document.
 */
export const explain = async (
  kind: DocumentKind, id: string, body: unknown, moment: Moment, store: EventStore, ordinalOf: (position: string) => number,
): Promise<readonly ExplainedEvent[]> => {
  const { stream, view } = matters[kind];
  const asOf = dayOf(moment.asOf);
  const events: ExplainedEvent[] = [];
  for await (const event of store.readStream(`${stream}-${id}`)) {
    if (event.position > moment.position) break;
    const ordinal = ordinalOf(event.position);
    events.push({ ...headOf(event), changes: differences(view(body, { ordinal: ordinal - 1, asOf }), view(body, { ordinal, asOf })) });
  }
  return events;
};

const headOf = ({ position, type, data, metadata }: RecordedEvent): Omit<ExplainedEvent, 'changes'> => {
  const { recordedAt, agency, version } = JSON.parse(metadata) as EventMetadata;
  const latest = upcast(type as EventType, version, JSON.parse(data));
  return { position, recordedAt, type, agency, effectiveOn: ownDayOf(type as EventType, latest), summary: summaryOf(type, latest) };
};

/** The event's name; a correction or retraction says of what. */
const summaryOf = (type: string, data: object): Label => {
  const own = contractOf(type)?.label ?? { id: type, en: type };
  const { correctedType, retractedType } = data as { correctedType?: string; retractedType?: string };
  const of = contractOf(correctedType ?? retractedType ?? '')?.label;
  return of === undefined ? own : { id: `${own.id}: ${of.id}`, en: `${own.en}: ${of.en}` };
};
