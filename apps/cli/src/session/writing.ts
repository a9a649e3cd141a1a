import { mkdirSync } from 'node:fs';
import { INGEST, Projector, type Ingest } from '@netral/application';
import { NetralModule, storePlaces } from '@netral/application/netral.module';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { openEventStore } from '@netral/event-store/event-store.module';
import { READ_STORE, type ReadStore } from '@netral/read-store';
import { CommandError, EXIT, type CommandContext } from '../command';
import { say } from '../words';
import { logOf, open, requireStores } from './open';

/** The stores, held as their one writer. */
export interface WriteSession {
  readonly ingest: Ingest;
  readonly projector: Projector;
  readonly store: EventStore;
  readonly readStore: ReadStore;
}

/**
 * Opens the stores as the one writer, does the work, folds what it recorded, and lets go.
 * @throws StoreUnavailableError `locked` when someone else writes
 */
export const writing = async <T>(context: CommandContext, use: (session: WriteSession) => Promise<T>): Promise<T> => {
  requireStores(context);
  await requireLog(context);
  const app = await open(NetralModule.forRoot(context.config, { log: logOf(context) }));
  const get = <V>(token: symbol): V => app.get<V>(token, { strict: false });
  const projector = app.get(Projector, { strict: false });
  const store = get<EventStore>(EVENT_STORE);
  try {
    const result = await use({ ingest: get<Ingest>(INGEST), projector, store, readStore: get<ReadStore>(READ_STORE) });
    await foldAll(projector, store, context);
    return result;
  } finally {
    await app.close();
  }
};

/** Asks for the log first: who does not get it must not touch the other stores either, which its holder has open. */
const requireLog = async ({ config }: CommandContext): Promise<void> => {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  await openEventStore({ kind: 'sqlite', file: storePlaces(config).log }).close();
};

/** Waits until everything recorded is folded; Ctrl-C leaves the rest to the next start. */
const foldAll = async (projector: Projector, store: EventStore, { progress, signal }: CommandContext): Promise<void> => {
  const [from, head] = [Number(projector.current.position), Number(await store.head())];
  const bar = progress(say('lipat', 'fold'), head - from);
  const forget = projector.onCommit(() => bar.update(Number(projector.current.position) - from));
  try {
    await projector.caughtUp(signal);
  } catch (error) {
    if (!signal.aborted) throw new CommandError(EXIT.unavailable, `${say('tercatat, tetapi model baca berhenti', 'recorded, but the read models stopped')}: ${(error as Error).message}`);
  } finally {
    forget();
    bar.stop();
  }
};
