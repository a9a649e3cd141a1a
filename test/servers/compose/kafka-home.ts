import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../infra/compose-file';
import { install } from '../install';

/** The scripts of Kafka's distribution that run a class of the broker's own jars. */
const SCRIPTS = { 'kafka-storage.sh': 'kafka.tools.StorageTool', 'kafka-server-start.sh': 'Broker' };
/** In place of the script whose jar is not published by itself: asks the broker, and fails when it does not answer. */
const API_VERSIONS = `
const { Kafka, logLevel } = require('kafkajs');
const admin = new Kafka({ brokers: [process.argv.at(-1)], logLevel: logLevel.NOTHING, connectionTimeout: 1000, retry: { retries: 0 } }).admin();
admin.connect().then(() => admin.describeCluster()).then(({ brokers }) => process.exit(brokers.length > 0 ? 0 : 1), () => process.exit(1));`;

/** A folder laid out as Kafka's distribution is, running the jars that are here. */
export const kafkaHome = async (folder: string): Promise<string> => {
  const installed = await install('kafka');
  if ('missing' in installed) throw new Error(`no Kafka: ${installed.missing}`);
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const script = (name: string, line: string): void => writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  const java = `exec java -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '${join(installed.folder, 'classes')}:${join(installed.folder, 'libs', '*')}'`;
  for (const [name, main] of Object.entries(SCRIPTS)) script(name, `${java} ${main} "$@"`);
  writeFileSync(join(folder, 'api-versions.cjs'), API_VERSIONS);
  script('kafka-broker-api-versions.sh', `NODE_PATH='${join(REPOSITORY, 'node_modules')}' exec '${process.execPath}' '${join(folder, 'api-versions.cjs')}' "$@"`);
  return folder;
};
