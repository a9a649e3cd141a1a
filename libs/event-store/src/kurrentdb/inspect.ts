import { randomUUID } from 'node:crypto';
import type { Finding } from '../inspection';
import { AppendSession } from './append/append-session';
import { parseAddress } from './address';
import { alarmOf } from './read/stream-watch';
import { Connection } from './wire/connection';
import { encodeEvent } from './wire/envelope';
import { failureOf, unavailable } from './wire/failures';
import { messages } from './wire/messages';
import { recordOf } from './wire/records';
import { readOfAll, subscriptionToAll } from './wire/requests';

const ANSWER_MS_MAX = 5_000;
/** A server before 24.2 does not say that it has shown everything: after this long a silence is taken for it. */
const QUIET_MS = 2_000;
const SKEW_MS_MAX = 30_000;
/** Past every revision a stream can have: an append that follows it is judged, and never written. */
const NEVER = 2n ** 62n;
const TICKS_PER_MS = 10_000n;

/**
 * Looks at the server: reachable, its version, whether it leads its cluster, whether this user may write, whether any stream of the log is
 * being lost, and whether its clock agrees with ours. Writes nothing.
 * @throws StoreUnavailableError when it cannot be reached, or refuses the user
 */
export const inspectKurrentDb = async (address: string, now: () => number): Promise<readonly Finding[]> => {
  const connection = new Connection(parseAddress(address));
  try {
    const version = await connection.greet();
    return [
      { check: 'reachable', ok: true, found: connection.address.shown },
      { check: 'version', ok: true, found: version },
      await leader(connection),
      await writable(connection),
      await streamsWhole(connection),
      await clock(connection, now),
    ];
  } catch (error) {
    throw unavailable(error, connection.address.shown);
  } finally {
    await connection.close();
  }
};

const leader = async (connection: Connection): Promise<Finding> => {
  try {
    await lastRecord(connection);
    return { check: 'leader', ok: true, found: 'yes' };
  } catch (error) {
    if (failureOf(error).kind === 'not-leader') return { check: 'leader', ok: false, found: 'no: another node leads' };
    throw error;
  }
};

/** Asks for a write that the server must refuse for its revision: whoever gets that far may write. */
const writable = async (connection: Connection): Promise<Finding> => {
  const session = await AppendSession.open(connection);
  try {
    const event = encodeEvent({ id: randomUUID(), type: 'Inspected', data: '{}', metadata: '{}', contentHash: '' });
    const sent = await session.send({ stream: `${connection.address.streamPrefix}netral-doctor`, expected: NEVER, events: [event] }, ANSWER_MS_MAX);
    if (sent.kind === 'conflict') return { check: 'writable', ok: true, found: 'yes' };
    const reason = 'error' in sent ? unavailable(sent.error, connection.address.shown).message : sent.kind;
    return { check: 'writable', ok: false, found: `no: ${reason}` };
  } finally {
    session.close();
  }
};

const streamsWhole = async (connection: Connection): Promise<Finding> => {
  const { streamPrefix } = connection.address;
  const lost = new Map<string, string>();
  const all = subscriptionToAll('start', { on: 'type', prefixes: ['$metadata', '$streamDeleted'] });
  const stop = new AbortController();
  let quiet = setTimeout(() => stop.abort(), QUIET_MS);
  for await (const handful of messages(connection, all, (message) => message, { signal: stop.signal })) {
    clearTimeout(quiet);
    quiet = setTimeout(() => stop.abort(), QUIET_MS);
    for (const message of handful) {
      const record = recordOf(message);
      const alarm = record === undefined ? undefined : alarmOf(record, streamPrefix);
      if (alarm !== undefined) lost.set(alarm.stream, alarm.kind);
    }
    if (handful.some((message) => message.hasCaughtUp())) break;
  }
  clearTimeout(quiet);
  const named = [...lost].slice(0, 3).map(([stream, kind]) => `${stream} ${kind}`).join(', ');
  return { check: 'streams-whole', ok: lost.size === 0, found: lost.size === 0 ? 'yes' : `${lost.size} are being lost: ${named}` };
};

const clock = async (connection: Connection, now: () => number): Promise<Finding> => {
  const ticks = (await lastRecord(connection))?.event.getMetadataMap().get('created');
  const aheadMs = ticks === undefined ? 0 : Number(BigInt(ticks) / TICKS_PER_MS) - now();
  const ok = aheadMs <= SKEW_MS_MAX;
  return { check: 'clock', ok, found: ok ? 'agrees' : `the server’s last event lies ${Math.round(aheadMs / 1000)} s in this machine’s future: one of the clocks is wrong` };
};

const lastRecord = async (connection: Connection) => {
  for await (const [record] of messages(connection, readOfAll('end', 'backwards', 1), recordOf, { signal: new AbortController().signal, idleMsMax: ANSWER_MS_MAX, requiresLeader: true })) {
    if (record !== undefined) return record;
  }
  return undefined;
};
