import { NO_POSITION, type EventStore, type RecordedEvent, type StreamAppend } from '@netral/event-store';
import { CommandError, EXIT, type CommandContext } from '../../command';
import { say } from '../../words';
import { digestOf, LogSummer, type LogSum } from './digest';

const BATCH_MAX = 1000;
/** Events of the source that an interrupted copy may have left out before later ones: no more than were under way. */
const LEFT_OUT_MAX = 10_000;

export interface Copied {
  readonly copied: number;
  /** Events that stood in the target before. */
  readonly standing: number;
}

/**
 * Brings what the source holds into the target, as it stands there: same streams, revisions, ids and texts. Goes on where an earlier copy
 * ended.
 * @throws CommandError when the target holds anything that the source does not
 */
export const copyLog = async (source: EventStore, target: EventStore, { progress, signal }: CommandContext): Promise<Copied> => {
  const head = Number(await source.head());
  const bar = progress(say('salin', 'copy'), head);
  const reading = source.readAll(NO_POSITION)[Symbol.asyncIterator]();
  try {
    const { leftOut, standing } = await alreadyThere(reading, target, signal);
    let copied = 0;
    let batch = [...leftOut];
    while (!signal.aborted) {
      const next = await reading.next();
      if (next.done !== true) batch.push(next.value);
      if (batch.length >= BATCH_MAX || (next.done === true && batch.length > 0)) {
        await give(target, batch);
        copied += batch.length;
        bar.update(Number(batch.at(-1)!.position), head);
        batch = [];
      }
      if (next.done === true) break;
    }
    return { copied, standing };
  } finally {
    await reading.return?.(undefined);
    bar.stop();
  }
};

/** Walks both side by side: what the target holds must be the source's, up to a place. */
const alreadyThere = async (
  reading: AsyncIterator<RecordedEvent>, target: EventStore, signal: AbortSignal,
): Promise<{ readonly leftOut: readonly RecordedEvent[]; readonly standing: number }> => {
  const passed = new Map<string, RecordedEvent>();
  let standing = 0;
  for await (const event of target.readAll(NO_POSITION)) {
    if (signal.aborted) break;
    while (!passed.has(event.id) && passed.size <= LEFT_OUT_MAX) {
      const next = await reading.next();
      if (next.done === true) break;
      passed.set(next.value.id, next.value);
    }
    const origin = passed.get(event.id);
    if (origin === undefined || digestOf(origin) !== digestOf(event)) {
      const where = `${event.stream}@${event.revision}`;
      throw new CommandError(EXIT.differs, say(`tujuan berisi peristiwa yang tidak ada atau berbeda di sumber (${where}); tidak ada yang disalin`, `the target holds an event that the source has not, or has differently (${where}); nothing was copied`));
    }
    passed.delete(event.id);
    standing += 1;
  }
  return { leftOut: [...passed.values()], standing };
};

const give = async (target: EventStore, events: readonly RecordedEvent[]): Promise<void> => {
  const appends = events.map(({ id, stream, revision, type, data, metadata, contentHash }): StreamAppend => ({
    stream, expected: revision === 0n ? 'no-stream' : revision - 1n, events: [{ id, type, data, metadata, contentHash }],
  }));
  for (const result of await target.appendMany(appends)) if (result.status === 'rejected') throw result.reason;
};

/** Reads a log through and adds it up. */
export const sumOf = async (store: EventStore, label: string, { progress, signal }: CommandContext): Promise<LogSum> => {
  const head = Number(await store.head());
  const bar = progress(label, head);
  const summer = new LogSummer();
  let count = 0;
  for await (const event of store.readAll(NO_POSITION)) {
    if (signal.aborted) break;
    summer.add(event);
    if ((count += 1) % BATCH_MAX === 0) bar.update(Number(event.position), head);
  }
  bar.stop();
  return summer.end();
};

/** Streams that do not hold the same in both, by name. */
export const differing = (one: LogSum, other: LogSum): readonly string[] =>
  [...new Set([...one.byStream.keys(), ...other.byStream.keys()])].filter((stream) => {
    const [a, b] = [one.byStream.get(stream), other.byStream.get(stream)];
    return a?.hash !== b?.hash || a?.events !== b?.events;
  });
