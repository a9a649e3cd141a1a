import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import type { IncomingMessage, Receipt } from '@netral/application';
import { IngestService } from '@netral/application/ingest/ingest-service';
import { eventsOf, limits, NOW } from '@netral/application/ingest/testing/fixture';
import { jointDecision, letter, message, nameOf, nipOf } from '@netral/application/ingest/testing/messages';
import { connectIndex } from '@netral/event-store/kurrentdb/index/index-database';
import { MongodbEventIndex } from '@netral/event-store/kurrentdb/index/mongodb-event-index';
import { KurrentDbEventStore } from '@netral/event-store/kurrentdb/kurrentdb-event-store';
import { MongodbIdentityVault } from '@netral/vault/mongodb/mongodb-identity-vault';
import { connectVault } from '@netral/vault/mongodb/vault-database';
import { startStandIn } from '../kurrentdb/server/stand-in';
import { temporaryFolder } from '../support/temporary-folder';
import { describeEachMongo } from './describe-servers';
import { vaultPlaces } from './vault-on-mongodb';
import { watchedCollections } from './watched-collections';

const folder = temporaryFolder();
const INGESTORS = 3;
const ATTEMPTS_MAX = 200;

/** A letter about a person; the same id may come with another person, or as another letter, which belongs in another stream. */
const sent = fc.record({ id: fc.nat(5), of: fc.nat(1), person: fc.nat(3) });
const messageOf = ({ id, of, person }: { readonly id: number; readonly of: number; readonly person: number }): IncomingMessage => {
  const persons = [{ nip: nipOf(100 + person), name: nameOf(100 + person), sanction: 'moral-open', legalBasis: 'PP 42/2004' }];
  return message('RecommendationIssued', `m${id}`, letter(`R${of}`, { persons }), { subject: `R${of}` });
};

/** As an agency does that is told to come again. */
const patiently = async (ingest: IngestService, messages: readonly IncomingMessage[]): Promise<readonly Receipt[]> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ingest.submit(messages);
    } catch (error) {
      if (attempt >= ATTEMPTS_MAX || !['contended', 'locked'].includes((error as { reason?: string }).reason ?? '')) throw error;
      await pause(3);
    }
  }
};

describeEachMongo('several ingestors on one log, one vault and one index', (address, traits) => {
  const place = vaultPlaces(address, traits, folder);

  it('that are handed the same new persons and the same ids at the same moment agree on one pseudonym and one record each', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(sent, { minLength: 1, maxLength: 6 }), { minLength: INGESTORS, maxLength: INGESTORS }), fc.array(fc.nat(6), { maxLength: 60 }), async (handed, delays) => {
      const [options, server, left] = [place(), await startStandIn(), [...delays]];
      const late = { before: async () => void (await pause(left.shift() ?? 0)) };
      const parts = await Promise.all(handed.map(async () => ({
        store: new KurrentDbEventStore({ address: server.address, index: new MongodbEventIndex(options, (at, ms) => watchedCollections(connectIndex(at, ms), late)) }),
        vault: await MongodbIdentityVault.open(options, (at, ms) => watchedCollections(connectVault(at, ms), late)),
      })));
      try {
        const ingestors = parts.map(({ store, vault }, index) => new IngestService({ store, vault, clock: { now: () => NOW + index } }, limits));
        await patiently(ingestors[0]!, jointDecision);
        const receipts = await Promise.all(handed.map((messages, index) => patiently(ingestors[index]!, messages.map(messageOf))));
        const events = await eventsOf(parts[0]!.store);
        expect(events.map(({ id }) => id).toSorted()).toEqual([...new Set(events.map(({ id }) => id))].toSorted());
        const letters = events.filter(({ type }) => type === 'RecommendationIssued');
        expect(letters).toHaveLength(new Set(handed.flat().map(({ id }) => id)).size);
        for (const { data } of letters) {
          for (const { subject } of (JSON.parse(data) as { persons: { subject: string }[] }).persons) {
            const identity = await parts[1]!.vault.openIdentity(subject);
            expect(await parts[2]!.vault.find((identity as { nip: string }).nip)).toBe(subject);
          }
        }
        // Equal messages, equal places, whoever took them in; what contradicts is set aside once.
        const told = new Map<string, string | null>();
        handed.forEach((messages, index) => messages.forEach((each, at) => {
          const [key, { position }] = [JSON.stringify(each), receipts[index]![at]!];
          expect(position).toBe(told.get(key) ?? position);
          told.set(key, position);
        }));
        expect(events.filter(({ type }) => type === 'MessageSetAside')).toHaveLength(told.size - letters.length);
      } finally {
        for (const { store, vault } of parts) {
          await store.close();
          await vault.close();
        }
        await server.stop();
      }
    }), { numRuns: 8 });
  });
});
