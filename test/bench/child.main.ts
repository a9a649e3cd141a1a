import 'reflect-metadata';
import { writeCorpus } from './measures/corpus';
import { measureIngest } from './measures/ingest';
import { measurePlainAppend } from './measures/plain-append';
import { measureQuestions } from './measures/questions';
import { measureRebuild } from './measures/rebuild';
import { measureSize } from './measures/raw-log';
import { measureScan } from './measures/scan';

const measures = {
  corpus: writeCorpus, ingest: measureIngest, append: measurePlainAppend, questions: measureQuestions, rebuild: measureRebuild, scan: measureScan, size: measureSize,
};
export type Measures = typeof measures;

// A process of its own for one measure: its argument is JSON, its result a message to the parent.
const main = async (): Promise<void> => {
  const [, , name, argument] = process.argv;
  const measure = measures[name as keyof Measures] as (given: unknown) => unknown;
  const result = await measure(JSON.parse(argument ?? 'null'));
  process.send?.({ result }, () => process.disconnect());
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
  process.disconnect();
});
