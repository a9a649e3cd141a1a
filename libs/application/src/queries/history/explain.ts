import { contractOf, ownDayOf, upcast, type EventMetadata, type EventType, type Label } from '@netral/contracts';
import { calendar, dayOf, dueDay, NEVER, ruleInForce, startDay, type Rulebook } from '@netral/domain';
import type { EventStore, RecordedEvent } from '@netral/event-store';
import type { LetterView } from '@netral/projections';
import { LongWork } from '../../project/long-work';
import type { ReadModels } from '../../project/read-models';
import { matters } from '../documents/matter';
import type { DocumentKind } from '../documents/may-read';
import { dateOrNull } from '../question/calendar-days';
import type { Moment } from '../question/moment';
import { differences, type Change } from './differences';

/** One event behind a matter's state, and what it changed in it. */
export interface ExplainedEvent {
  readonly position: string;
  readonly recordedAt: string;
  readonly type: string;
  readonly agency: string;
  readonly effectiveOn: string;
  /** Whether its own day is on or before the day asked; one that is not has changed nothing. */
  readonly inEffect: boolean;
  readonly summary: Label;
  readonly changes: readonly Change[];
}

/** A matter whose events are explained; `body` is its document. */
export interface ExplainedMatter {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly body: unknown;
}

/** The events of a matter up to a moment's place in the log, oldest first. */
export const eventsBehind = async ({ kind, id }: Pick<ExplainedMatter, 'kind' | 'id'>, { position }: Moment, store: EventStore): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(`${matters[kind].stream}-${id}`)) {
    if (event.position > position) break;
    events.push(event);
  }
  return events;
};

/**
 * What each of a matter's events, given in log order, changed in it. An event's changes are those it made on the day asked: an
 * act that was not yet in effect then changed nothing. A letter's due day follows from the rules known at the moment.
 */
export const explain = async (
  { kind, body }: ExplainedMatter, events: readonly RecordedEvent[], moment: Moment, models: Pick<ReadModels, 'ordinalOf' | 'rulebookAt'>,
): Promise<readonly ExplainedEvent[]> => {
  const [asOf, rulebook, work] = [dayOf(moment.asOf), models.rulebookAt(moment.ordinal), new LongWork()];
  const stateAt = (ordinal: number): object | undefined => {
    const state = matters[kind].view(body, { ordinal, asOf });
    return kind === 'recommendation' && state !== undefined ? { ...state, dueOn: dueOnOf(state as LetterView, rulebook) } : state;
  };
  const explained: ExplainedEvent[] = [];
  // Nothing but its own events changes a matter: between two of them it stands as the first has left it.
  let before = events[0] === undefined ? undefined : stateAt(models.ordinalOf(events[0].position) - 1);
  for (const event of events) {
    const after = stateAt(models.ordinalOf(event.position));
    explained.push({ ...headOf(event, moment.asOf), changes: differences(before, after) });
    before = after;
    await work.pieceDone();
  }
  return explained;
};

/** Due day of a letter under the rule in force on its date; null when there is none, no date can name it, or it is not known to be delivered. */
const dueOnOf = ({ issuedOn, deliveredOn }: Pick<LetterView, 'issuedOn' | 'deliveredOn'>, book: Rulebook): string | null => {
  const rule = ruleInForce(book, 'recommendation', dayOf(issuedOn));
  if (rule === undefined) return null;
  const start = startDay(rule, dayOf(issuedOn), deliveredOn === null ? NEVER : dayOf(deliveredOn));
  const due = dueDay(rule, start, rule.calendarId === undefined ? undefined : calendar(book, rule.calendarId));
  return dateOrNull(due);
};

const headOf = ({ position, type, data, metadata }: RecordedEvent, asOf: string): Omit<ExplainedEvent, 'changes'> => {
  const { recordedAt, agency, version } = JSON.parse(metadata) as EventMetadata;
  const latest = upcast(type as EventType, version, JSON.parse(data));
  const effectiveOn = ownDayOf(type as EventType, latest);
  return { position, recordedAt, type, agency, effectiveOn, inEffect: effectiveOn <= asOf, summary: summaryOf(type, latest) };
};

/** The event's name; a correction or retraction says of what. */
const summaryOf = (type: string, data: object): Label => {
  const own = contractOf(type)?.label ?? { id: type, en: type };
  const { correctedType, retractedType } = data as { correctedType?: string; retractedType?: string };
  const of = contractOf(correctedType ?? retractedType ?? '')?.label;
  return of === undefined ? own : { id: `${own.id}: ${of.id}`, en: `${own.en}: ${of.en}` };
};
