import { appends } from './event-store.appends';
import { agreesWithTheModel } from './event-store.model';
import { reads } from './event-store.reads';
import { repeats } from './event-store.repeats';
import { subscriptions } from './event-store.subscriptions';
import type { OpenEventStore } from './event-store.testing';

/** What every event store does. A new adapter gets one line in `event-store.spec.ts`. */
export const eventStoreContract = (name: string, open: OpenEventStore): void =>
  describe(`event store contract: ${name}`, () => {
    describe('appends', () => appends(open));
    describe('repeats', () => repeats(open));
    describe('reads', () => reads(open));
    describe('subscriptions', () => subscriptions(open));
    describe('model', () => agreesWithTheModel(open));
  });
