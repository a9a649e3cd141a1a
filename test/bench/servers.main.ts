// Measures the way through Kafka, KurrentDB and MongoDB, with every role a process: npm run bench:servers
import { join } from 'node:path';
import { benchServers } from './servers/bench-servers';
import { readServersOptions } from './servers/options';
import { asServersText, writeServersReport } from './servers/report';

const main = async (): Promise<void> => {
  const options = readServersOptions(process.argv.slice(2));
  const given = { kafka: process.env['NETRAL_TEST_KAFKA'] || undefined, mongodb: process.env['NETRAL_TEST_MONGODB'] || undefined, kurrentdb: process.env['NETRAL_TEST_KURRENTDB'] || undefined };
  const result = await benchServers(options, given, (text) => process.stderr.write(`· ${text}\n`));
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${asServersText(result)}\n`);
  if (options.write) process.stderr.write(`written: ${writeServersReport(result, join(__dirname, '../../docs')).join(', ')}\n`);
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main().then(() => process.exit(0), (error: unknown) => {
  process.stderr.write(`${error instanceof RangeError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
