import type { EventMetadata } from '@netral/contracts';
import { NO_POSITION, type EventStore } from '@netral/event-store';
import { SimulatedClockError } from './ingest.errors';

/**
 * Keeps a simulated clock from changing what was known when: an event counts as known from the running maximum of `recordedAt`, so
 * a simulated one may not lie before that. The end is read from the log once, when a first simulated message comes.
 */
export class SimulatedClock {
  private end: string | undefined;

  constructor(private readonly store: EventStore) {}

  /** To be called before the first `refusal`. */
  async open(): Promise<void> {
    if (this.end !== undefined) return;
    let end = '';
    for await (const { metadata } of this.store.readAll(NO_POSITION)) {
      const { recordedAt } = JSON.parse(metadata) as EventMetadata;
      if (recordedAt > end) end = recordedAt;
    }
    this.end = end;
  }

  refusal(recordedAt: string): SimulatedClockError | undefined {
    return this.end !== undefined && recordedAt < this.end ? new SimulatedClockError(recordedAt, this.end) : undefined;
  }

  advance(recordedAt: string): void {
    if (this.end !== undefined && recordedAt > this.end) this.end = recordedAt;
  }
}
