import { figuresTable, judgeAll, wrong } from './figures-table';
import { askOf, openSeason } from './season-netral';

/** Seed of the season that `npm start` records. */
const SEED = 2020;

/** Records the season in a Netral of its own, asks all seventy over HTTP, prints the table; 1 if a verdict is not the one it must be. */
const main = async (): Promise<number> => {
  const netral = await openSeason(SEED, { stores: 'sqlite' });
  try {
    const judged = await judgeAll(askOf(netral));
    process.stdout.write(`${figuresTable(judged)}\n`);
    const failed = wrong(judged);
    for (const { published, printed } of failed)
      process.stdout.write(`wrong: ${published.metric} ${published.value}: Netral prints ${printed}\n`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    await netral.close();
  }
};

void main().then((code) => {
  process.exitCode = code;
});
