import { setTimeout as sleep } from 'node:timers/promises';
import { readStoreConfigOf, storePlaces } from '@netral/application/netral.module';
import { NO_POSITION } from '@netral/event-store';
import { eventStoreConfigOf, openEventStore } from '@netral/event-store/event-store.module';
import { fingerprintOf, projections } from '@netral/projections';
import { ReadStoreError } from '@netral/read-store';
import { openReadStore } from '@netral/read-store/read-store.module';
import { CommandError, EXIT, type CommandContext } from '../command';
import { say } from '../words';
import { logOf } from './open';
import { writing } from './writing';

const WAIT_MS_MAX = 5_000;
const LOOK_MS = 100;

/**
 * Sees to it that the read models hold what the log held a moment ago: whoever writes the log folds it, and is given a few
 * seconds; with no writer, this process folds.
 * @throws CommandError when another process holds the log and its read models are not there (yet)
 */
export const bringUpToDate = async (context: CommandContext): Promise<void> => {
  for (let waited = 0; ; waited += LOOK_MS) {
    const state = await stateOf(context);
    if (state === 'current') return;
    if (await foldedHere(context)) return;
    if (waited >= WAIT_MS_MAX) return leave(state, context);
    await sleep(LOOK_MS);
  }
};

/** `foreign`: none, or made by other projections than ours. */
type State = 'current' | 'behind' | 'foreign';

const stateOf = async (context: CommandContext): Promise<State> => {
  const { config } = context;
  const log = openEventStore(eventStoreConfigOf(config.eventStore, storePlaces(config), { readOnly: true }));
  try {
    const models = openReadStore(readStoreConfigOf(config, true, logOf(context)));
    try {
      if ((await models.fingerprint()) !== fingerprintOf(projections)) return (await log.head()) === NO_POSITION ? 'current' : 'foreign';
      const checkpoints = await Promise.all(projections.map(async ({ name }) => (await models.checkpoint(name)) ?? NO_POSITION));
      const head = await log.head();
      return checkpoints.every((checkpoint) => checkpoint >= head) ? 'current' : 'behind';
    } finally {
      await models.close();
    }
  } catch (error) {
    if (error instanceof ReadStoreError) return 'foreign';
    throw error;
  } finally {
    await log.close();
  }
};

const foldedHere = async (context: CommandContext): Promise<boolean> => {
  // Read models on a server are a projector's to fold: this process would wait for its lease.
  if (context.config.readStore.startsWith('mongodb')) return false;
  try {
    await writing(context, async () => undefined);
    return true;
  } catch (error) {
    // Someone writes, or this folder can only be read: then we read what there is. Whichever store says so first: a log on a server has no lock.
    const reason = error instanceof Error && 'reason' in error ? error.reason : undefined;
    if (reason === 'locked' || reason === 'read-only') return false;
    throw error;
  }
};

const leave = (state: State, { print }: CommandContext): void => {
  if (state === 'foreign') throw new CommandError(EXIT.locked, say('model baca sedang dibangun proses lain; coba lagi nanti', 'the read models are being built by another process; try again later'));
  print.err(say('model baca masih tertinggal; jawaban sampai tempat yang disebut (position)', 'the read models are still behind; the answer reaches as far as its position'));
};
