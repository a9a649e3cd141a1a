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

/** Takes a lease, makes a commit under it and says so; then, at a signal, another, and says how that went. */
const hold = async (store: ReadStore, ttlMs: number): Promise<void> => {
  const { token, lost } = await store.lease({ holder: 'child', ttlMs, signal: new AbortController().signal });
  const commit = async (number: number) => store.commit({ ...commitNumber(number), token });
  await commit(0);
  process.once('SIGUSR2', () => {
    // At once, as a fold would that was paused just before it.
    const outcome = commit(1).then(() => 'committed', (error: unknown) => (error as Error).name);
    void outcome.then((name) => print(`${name} ${lost.aborted ? 'lost' : 'held'}`));
  });
  print(`held ${token}`);
  setInterval(() => undefined, 1000);
};

const [task, ttlMs, ...where] = process.argv.slice(2);
void (task === 'hold' ? hold(opened(where), Number(ttlMs)) : run(opened(where)));
