import { join } from 'node:path';
import { bench } from './bench';
import { readOptions } from './options';
import { writeReport } from './report/write-report';
import { asText } from './report/text';

const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2));
  const result = await bench(options, (text) => process.stderr.write(`· ${text}\n`));
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${asText(result)}\n`);
  if (options.write) process.stderr.write(`written: ${writeReport(result, join(__dirname, '../../docs')).join(', ')}\n`);
  for (const each of result.failed) process.stderr.write(`not measured: ${each}\n`);
  return result.failed.length === 0 ? 0 : 1;
};

main().then((code) => (process.exitCode = code), (error: unknown) => {
  process.stderr.write(`${error instanceof RangeError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
