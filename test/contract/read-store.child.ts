import type { ReadStore } from '@netral/read-store';
import { openReadStore } from '@netral/read-store/read-store.module';
import { commitNumber, commitsIn } from './read-store.testing';

/** Opens the store that the arguments name: `sqlite FOLDER`, or `mongodb ADDRESS BATCH_MAX`. */
const opened = ([kind, place, batchMax]: readonly string[]): ReadStore =>
  kind === 'sqlite' ? openReadStore({ kind, directory: place! }) : openReadStore({ kind: 'mongodb', address: place!, batchMax: Number(batchMax), timeoutMs: 20_000 });

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Goes on with the run for ever, and prints the number of commits after each. */
const run = async (store: ReadStore): Promise<void> => {
  for (let number = await commitsIn(store); ; number += 1) {
    await store.commit(commitNumber(number));
    print(String(number + 1));
  }
};

/** Takes a lease, makes a commit under it and says so; then one commit at each line that is written to it, and says how it went. */
const hold = async (store: ReadStore, ttlMs: number): Promise<void> => {
  const { token, lost } = await store.lease({ holder: 'child', ttlMs, signal: new AbortController().signal });
  const commit = async () => store.commit({ ...commitNumber(await commitsIn(store)), token });
  await commit();
  print(`held ${token}`);
  for await (const _ of process.stdin) {
    // The commit at once, as a fold that was paused in the middle of one would.
    const outcome = await commit().then(() => 'committed', (error: unknown) => (error as Error).name);
    await new Promise((resolve) => setImmediate(resolve));
    print(`${outcome} ${lost.aborted ? 'lost' : 'held'}`);
  }
};

const [task, ttlMs, ...where] = process.argv.slice(2);
void (task === 'hold' ? hold(opened(where), Number(ttlMs)) : run(opened(where)));
