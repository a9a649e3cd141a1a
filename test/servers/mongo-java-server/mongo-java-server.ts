import { join } from 'node:path';
import { askMongodb } from '../ask-mongodb';
import { freePorts } from '../free-port';
import { install } from '../install';
import { dataFolder, OwnServer } from '../own-server';

/** Starts mongo-java-server: quick, and forgets all when it ends. @throws Error when it is not to be had here */
export const startMongoJavaServer = async (): Promise<OwnServer> => {
  const installed = await install('mongo-java-server');
  if ('missing' in installed) throw new Error(`no mongo-java-server: ${installed.missing}`);
  const [port] = (await freePorts(1)) as [number];
  const address = `mongodb://127.0.0.1:${port}`;
  const classes = [join(installed.folder, 'classes'), join(installed.folder, 'libs', '*')].join(':');
  const server = new OwnServer({
    name: 'mongo-java-server', address, folder: dataFolder('mongo-java-server'),
    command: ['java', '-Xmx256m', '-XX:+UseSerialGC', '-cp', classes, 'Server', String(port)],
    ask: () => askMongodb(address),
  });
  await server.start();
  return server;
};
