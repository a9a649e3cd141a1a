import { contractOf, upcast, type EventData, type EventMetadata, type EventType } from '@netral/contracts';
import { dayOf } from '@netral/domain';
import type { RecordedEvent } from '@netral/event-store';
import { FoldError } from './fold-error';

/** An event of the log, read: data of the latest version, metadata, and the instant of its recording. */
export interface ReadEvent {
  readonly type: EventType;
  readonly data: EventData<EventType>;
  readonly position: string;
  readonly recordedAt: string;
  /** Milliseconds since 1970. */
  readonly recordedAtMs: number;
  readonly agency: string;
  readonly source: string;
  readonly messageId: string;
}

/** Events parsed in one call: fewer calls cost less than the text costs to join. */
const PARSED_TOGETHER_MAX = 100;

/** Reads events in log order, up to the first that cannot be read. */
export const readEvents = (recorded: readonly RecordedEvent[]): { readonly events: readonly ReadEvent[]; readonly refused: FoldError | undefined } => {
  const events: ReadEvent[] = [];
  try {
    for (let first = 0; first < recorded.length; first += PARSED_TOGETHER_MAX) {
      const some = recorded.slice(first, first + PARSED_TOGETHER_MAX);
      const parsed = parseTogether(some);
      for (const [index, event] of some.entries()) {
        const [data, metadata] = parsed === undefined ? parseOne(event) : [parsed[2 * index], parsed[2 * index + 1]];
        events.push(readEvent(event, data, metadata as EventMetadata));
      }
    }
  } catch (error) {
    if (error instanceof FoldError) return { events, refused: error };
    throw error;
  }
  return { events, refused: undefined };
};

// Text that is JSON only together, or not at all, is told apart by parsing one by one.
const parseTogether = (events: readonly RecordedEvent[]): readonly unknown[] | undefined => {
  try {
    const parsed = JSON.parse(`[${events.map(({ data, metadata }) => `${data},${metadata}`).join(',')}]`) as readonly unknown[];
    return parsed.length === 2 * events.length ? parsed : undefined;
  } catch {
    return undefined;
  }
};

const parseOne = ({ data, metadata, position, type }: RecordedEvent): readonly [unknown, unknown] => {
  try {
    return [JSON.parse(data), JSON.parse(metadata)];
  } catch {
    throw new FoldError(position, type, 'its data or metadata is not JSON');
  }
};

const readEvent = ({ type, position }: RecordedEvent, stored: unknown, metadata: EventMetadata): ReadEvent => {
  if (contractOf(type) === undefined) throw new FoldError(position, type, 'no event has this type');
  const recordedAtMs = instantOf(metadata.recordedAt);
  if (Number.isNaN(recordedAtMs)) throw new FoldError(position, type, 'recordedAt is not an instant');
  try {
    const data = upcast(type as EventType, metadata.version, stored);
    const { recordedAt, agency, source, messageId } = metadata;
    return { type: shared(type) as EventType, data, position, recordedAt, recordedAtMs, agency: shared(agency), source: shared(source), messageId };
  } catch (error) {
    throw new FoldError(position, type, `version ${String(metadata.version)} cannot be brought up to date`, { cause: error });
  }
};

const texts = new Map<string, string>();
const TEXTS_MAX = 10_000;
/** The same text as met before, if it is: documents keep it, and there are few types, agencies and sources. */
const shared = (text: string): string => {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= TEXTS_MAX) texts.clear();
  texts.set(text, text);
  return text;
};

const CANONICAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/;
const MS_PER_DAY = 86_400_000;

/** Milliseconds since 1970 of an instant as the ingest writes it (UTC with milliseconds); NaN for anything else. */
export const instantOf = (text: unknown): number => {
  const parts = typeof text === 'string' ? CANONICAL.exec(text) : null;
  if (parts === null) return Number.NaN;
  const [, day = '', hour, minute, second, ms] = parts;
  try {
    return dayOf(day) * MS_PER_DAY + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(ms);
  } catch {
    return Number.NaN;
  }
};
