import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { askMongodb } from '../ask-mongodb';
import { freePorts } from '../free-port';
import { install } from '../install';
import { dataFolder, OwnServer } from '../own-server';

/** Starts FerretDB on SQLite: it keeps what it acknowledged over `kill` and `start`. @throws Error when it is not to be had here */
export const startFerretDb = async (): Promise<OwnServer> => {
  const installed = await install('ferretdb');
  if ('missing' in installed) throw new Error(`no FerretDB: ${installed.missing}`);
  const [port] = (await freePorts(1)) as [number];
  const address = `mongodb://127.0.0.1:${port}`;
  const folder = dataFolder('ferretdb');
  const data = join(folder, 'data');
  mkdirSync(data);
  const server = new OwnServer({
    name: 'ferretdb', address, folder,
    command: [join(installed.folder, 'ferretdb'), `127.0.0.1:${port}`, data],
    ask: () => askMongodb(address),
  });
  await server.start();
  return server;
};
