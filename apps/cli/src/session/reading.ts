import { existsSync } from 'node:fs';
import { QueryBus, type Query } from '@nestjs/cqrs';
import { DeadLetters, type Answered, type Ingest } from '@netral/application';
import { NetralModule, storePlaces, vaultConfigOf } from '@netral/application/netral.module';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { accessLogDirOf, AccessLog } from '@netral/http/access/access-log';
import { READ_STORE, type ReadStore } from '@netral/read-store';
import type { IdentityVault } from '@netral/vault';
import { openIdentityVault } from '@netral/vault/vault.module';
import { CommandError, EXIT, type CommandContext } from '../command';
import { refused } from '../questions/refused';
import { say } from '../words';
import { bringUpToDate } from './bring-up-to-date';
import { logOf, open, requireStores } from './open';

/** The stores, read beside whoever writes them, with the rights of an investigator: their owner sits at this machine. */
export interface ReadSession {
  /** Answers as the HTTP API does. @throws UsageError, CommandError */
  ask<T extends object>(query: Query<Answered<T>>): Promise<T>;
  readonly store: EventStore;
  readonly readStore: ReadStore;
  /** Messages set aside; cannot be judged here. */
  deadLetters(): Promise<DeadLetters>;
}

/**
 * Opens the stores to read only and does the work.
 * @throws CommandError when there is no log yet; StoreUnavailableError
 */
export const reading = async <T>(context: CommandContext, use: (session: ReadSession) => Promise<T>): Promise<T> => {
  requireStores(context);
  const { config } = context;
  if (config.eventStore === 'sqlite' && !existsSync(storePlaces(config).log)) throw noLog();
  await bringUpToDate(context);
  const app = await open(NetralModule.forReading(config, { log: logOf(context) }));
  const [queries, store] = [app.get(QueryBus, { strict: false }), app.get<EventStore>(EVENT_STORE, { strict: false })];
  let vault: IdentityVault | undefined;
  const deadLetters = async (): Promise<DeadLetters> => new DeadLetters((vault ??= await openVault(context)), store, judgesNothing);
  const accessLog = new AccessLog(accessLogDirOf(config), () => Date.now());
  const ask = async <A extends object>(query: Query<Answered<A>>): Promise<A> => {
    const { body, persons = [] } = await queries.execute(query).catch((error: unknown) => {
      throw refused(error);
    });
    // As over HTTP: each read of a person is recorded before it is shown.
    await accessLog.record(persons.map((of) => ({ keyId: 'cli', what: query.constructor.name, of })));
    return body;
  };
  try {
    return await use({ ask, store, readStore: app.get<ReadStore>(READ_STORE, { strict: false }), deadLetters });
  } finally {
    await vault?.close();
    await app.close();
  }
};

const noLog = (): CommandError => new CommandError(EXIT.unavailable, say(
  'belum ada catatan di folder data ini; mulai dengan npm start, netral season load atau netral import',
  'there is no log in this data folder yet; begin with npm start, netral season load or netral import',
));

const openVault = async ({ config }: CommandContext): Promise<IdentityVault> => {
  if (config.vault === 'sqlite' && !existsSync(storePlaces(config).vault)) throw noLog();
  return openIdentityVault(vaultConfigOf(config));
};

const judgesNothing: Ingest = {
  submit: () => Promise.reject(new Error('stores are open to read only')),
  redrive: () => Promise.reject(new Error('stores are open to read only')),
};
