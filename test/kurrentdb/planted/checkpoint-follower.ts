import { EventStoreDBClient, type Position as LogPosition, START, streamNameFilter } from '@eventstore/db-client';
import { NO_POSITION, type Position, type RecordedEvent } from '@netral/event-store';
import { KurrentDbEventStore, type KurrentDbEventStoreOptions } from '@netral/event-store/kurrentdb/kurrentdb-event-store';

/** Planted: goes on from the place that the client's checkpointReached named, which runs ahead of who consumes. */
export class CheckpointFollower extends KurrentDbEventStore {
  private readonly client: EventStoreDBClient;

  constructor(options: KurrentDbEventStoreOptions) {
    super(options);
    this.client = EventStoreDBClient.connectionString(options.address);
  }

  override async *subscribe(_after: Position, { signal }: { readonly signal: AbortSignal }): AsyncGenerator<readonly RecordedEvent[]> {
    let from: LogPosition | typeof START = START;
    while (!signal.aborted) {
      const filter = streamNameFilter({
        prefixes: ['s-', 'end'], maxSearchWindow: 1, checkpointInterval: 1,
        checkpointReached: async (_, position) => {
          from = position;
        },
      });
      const subscription = this.client.subscribeToAll({ fromPosition: from, filter });
      const stop = (): void => void subscription.unsubscribe().catch(() => undefined);
      signal.addEventListener('abort', stop);
      try {
        for await (const { event } of subscription) {
          if (event === undefined) continue;
          yield [{ id: event.id, stream: event.streamId, revision: event.revision, position: NO_POSITION, type: event.type, data: '', metadata: '', contentHash: '' }];
        }
      } catch {
        // Broken off: again, from the checkpoint.
      } finally {
        signal.removeEventListener('abort', stop);
      }
    }
  }

  override async close(): Promise<void> {
    await this.client.dispose();
    await super.close();
  }
}
