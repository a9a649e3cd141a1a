import type { MongoClient } from 'mongodb';

/**
 * Sees whether the driver still looks at its servers. Of a connection that breaks at the very moment of a look, the driver (7.9 and before)
 * waits for ever until it can write on it: no later look is made, and no server is ever found again.
 */
export class HeartbeatWatch {
  /** When each look that has not ended began, by the server's address. */
  private readonly since = new Map<string, number>();

  /** @param msMax milliseconds that one look may take, by the limits that the driver was given */
  constructor(client: MongoClient, private readonly msMax: number) {
    client.on('serverHeartbeatStarted', ({ connectionId }) => this.since.set(connectionId, performance.now()));
    client.on('serverHeartbeatSucceeded', ({ connectionId }) => this.since.delete(connectionId));
    client.on('serverHeartbeatFailed', ({ connectionId }) => this.since.delete(connectionId));
    client.on('serverClosed', ({ address }) => this.since.delete(address));
  }

  /** Whether a look has not ended within its time: it never will. */
  get stopped(): boolean {
    const latest = performance.now() - this.msMax;
    return [...this.since.values()].some((began) => began < latest);
  }
}
