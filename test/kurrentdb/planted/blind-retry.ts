import type { Ready } from '@netral/event-store/kurrentdb/append/run';
import type { Sent } from '@netral/event-store/kurrentdb/append/append-session';
import type { LogReader } from '@netral/event-store/kurrentdb/read/log-reader';

interface SenderInside {
  readonly options: { readonly reader: LogReader; readonly appendMsMax: number };
  openSession(): Promise<{ send(block: unknown, msMax: number): Promise<Sent> }>;
  wireBlock(block: readonly Ready[]): object;
}

/** Planted: after an unknown outcome it asks where the stream ends and sends again behind that, without looking for its own events. */
export const blindRetry = async function (this: SenderInside, block: readonly Ready[]): Promise<Sent> {
  for (;;) {
    const expected = await this.options.reader.lastRevision(block[0]!.stream);
    const session = await this.openSession();
    const sent = await session.send({ ...this.wireBlock(block), expected }, this.options.appendMsMax);
    if (sent.kind !== 'unknown') return sent;
  }
};
