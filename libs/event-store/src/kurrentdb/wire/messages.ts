import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { StoreUnavailableError } from '../../event-store';
import type { Connection } from './connection';

export interface MessagesOptions {
  readonly signal: AbortSignal;
  /** How long nothing may come while somebody waits for it; without, for ever: a quiet subscription is none that is lost. */
  readonly idleMsMax?: number;
  /** Answered by the leader of the cluster only. */
  readonly requiresLeader?: boolean;
}

export type Wanted<T> = (message: ReadResp) => T | undefined;

type Call = AsyncIterable<ReadResp> & {
  read(): ReadResp | null;
  cancel(): void;
  on(event: string, listener: (given: Error) => void): unknown;
};

/**
 * What a read or subscription sends, by handfuls as they come; pulling slowly slows the server down. Each message is turned into what is
 * wanted of it at once (undefined: nothing), so that none is held while a handful fills. Ends when the signal aborts. Throws the call's own error.
 */
export async function* messages<T>(connection: Connection, request: ReadReq, of: Wanted<T>, { signal, idleMsMax, requiresLeader = false }: MessagesOptions): AsyncGenerator<readonly T[]> {
  const { client, arguments: [metadata, options] } = await connection.streams({ requiresLeader });
  if (signal.aborted) return;
  const call = client.read(request, metadata, options) as unknown as Call;
  const state: { error?: Error; ended: boolean; wake?: () => void; waitingSince?: number } = { ended: false };
  const wake = (): void => state.wake?.();
  call.on('readable', wake);
  call.on('end', () => {
    state.ended = true;
    wake();
  });
  call.on('error', (error) => {
    state.error ??= error;
    wake();
  });
  signal.addEventListener('abort', wake);
  const timer = idleMsMax === undefined ? undefined : setInterval(() => {
    if (state.waitingSince === undefined || performance.now() - state.waitingSince < idleMsMax) return;
    state.error ??= new Error(`nothing came for ${idleMsMax} ms`);
    wake();
  }, idleMsMax / 4);
  try {
    while (!signal.aborted) {
      const { taken, wanted } = await handfulOf(call, of);
      if (taken > 0) {
        if (wanted.length > 0) yield wanted;
      } else if (state.error !== undefined) throw state.error;
      // Aborted since the loop looked: nobody would wake us.
      else if (state.ended || signal.aborted) return;
      else {
        state.waitingSince = performance.now();
        await new Promise<void>((resolve) => (state.wake = resolve));
        state.waitingSince = undefined;
      }
    }
  } catch (error) {
    // What cannot be used as it came is no fault of the connection.
    if (!(error instanceof StoreUnavailableError)) connection.failed(client, error);
    throw error;
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', wake);
    call.cancel();
  }
}

/** Messages given at a time: while more is coming at once, it is worth waiting a turn for. */
const HANDFUL_MAX = 500;

const handfulOf = async <T>(call: Call, of: Wanted<T>): Promise<{ readonly taken: number; readonly wanted: readonly T[] }> => {
  const wanted: T[] = [];
  let taken = 0;
  for (let before = -1; taken > before && taken < HANDFUL_MAX; ) {
    before = taken;
    for (let message = call.read(); message !== null; message = call.read()) {
      taken += 1;
      const found = of(message);
      if (found !== undefined) wanted.push(found);
    }
    if (taken > before) await nextTurn();
  }
  return { taken, wanted };
};
