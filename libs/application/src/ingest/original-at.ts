import { upcast, type EventMetadata, type EventType } from '@netral/contracts';
import type { EventStore } from '@netral/event-store';
import type { Original } from './judge-fact';

/** What stands at a place of the log, at the latest version of its contract. */
export const originalAt = async (store: EventStore, { stream, revision }: { readonly stream: string; readonly revision: bigint }): Promise<Original | undefined> => {
  for await (const { type, data, metadata } of store.readStream(stream, { from: revision, limit: 1 })) {
    const { version } = JSON.parse(metadata) as EventMetadata;
    return { type: type as EventType, data: upcast(type as EventType, version, JSON.parse(data)) };
  }
  return undefined;
};
