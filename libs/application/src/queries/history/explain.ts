import { contractOf, ownDayOf, upcast, type EventMetadata, type EventType, type Label } from '@netral/contracts';
import { calendar, dayOf, dueDay, isoOf, NEVER, ruleInForce, startDay, type Rulebook } from '@netral/domain';
import type { EventStore, RecordedEvent } from '@netral/event-store';
import type { LetterView } from '@netral/projections';
import type { ReadModels } from '../../project/read-models';
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

export interface ExplainPorts {
  readonly store: EventStore;
  readonly models: Pick<ReadModels, 'ordinalOf' | 'rulebookAt'>;
}

/**
 * The events behind a matter as it stood at a moment, oldest first. An event's changes are those it made on the day asked: an
 * act that was not yet in effect then changed nothing. `body` is the matter's document. A letter's due day follows from the
 * rules known at the moment.
 */
export const explain = async (
  { kind, id, body }: { readonly kind: DocumentKind; readonly id: string; readonly body: unknown }, moment: Moment, { store, models }: ExplainPorts,
): Promise<readonly ExplainedEvent[]> => {
  const { stream, view } = matters[kind];
  const [asOf, rulebook] = [dayOf(moment.asOf), models.rulebookAt(moment.ordinal)];
  const stateAt = (ordinal: number): object | undefined => {
    const state = view(body, { ordinal, asOf });
    return kind === 'recommendation' && state !== undefined ? { ...state, dueOn: dueOnOf(state as LetterView, rulebook) } : state;
  };
  const events: ExplainedEvent[] = [];
  for await (const event of store.readStream(`${stream}-${id}`)) {
    if (event.position > moment.position) break;
    const ordinal = models.ordinalOf(event.position);
    events.push({ ...headOf(event), changes: differences(stateAt(ordinal - 1), stateAt(ordinal)) });
  }
  return events;
};

/** Due day of a letter under the rule in force on its date; null when there is none, or it is not known to be delivered. */
const dueOnOf = ({ issuedOn, deliveredOn }: Pick<LetterView, 'issuedOn' | 'deliveredOn'>, book: Rulebook): string | null => {
  const rule = ruleInForce(book, 'recommendation', dayOf(issuedOn));
  if (rule === undefined) return null;
  const start = startDay(rule, dayOf(issuedOn), deliveredOn === null ? NEVER : dayOf(deliveredOn));
  const due = dueDay(rule, start, rule.calendarId === undefined ? undefined : calendar(book, rule.calendarId));
  return due === NEVER ? null : isoOf(due);
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
