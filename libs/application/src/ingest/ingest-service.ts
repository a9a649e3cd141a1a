import type { Log, Telemetry } from '@netral/platform';
import type { Arrival } from './batch-segment';
import { BatchWriter, type BatchWriterPorts } from './batch-writer';
import type { IncomingMessage, Ingest, Receipt } from './ingest';
import { IngestPausedError } from './ingest.errors';
import { MessageQueue } from './message-queue';
import { isOversized } from './ndjson';
import { eventIdOf } from './message-ids';
import type { MessageLimits } from './open-message';
import type { WriteGate } from './write-gate';

/** Bounds of the ingest, as in the configuration. */
export interface IngestLimits extends MessageLimits {
  /** Messages in one durable write. */
  readonly batchMax: number;
  /** Messages, and bytes of messages, that may wait. */
  readonly queueMax: number;
  readonly queueBytesMax?: number;
}
export interface IngestPorts extends BatchWriterPorts {
  /** Absent: always open. */
  readonly gate?: WriteGate;
  readonly telemetry?: Pick<Telemetry, 'receipt'>;
  readonly log?: Log;
}
const QUEUE_BYTES_MAX = 128 << 20;

/** The one way in, before the one writer of the log. */
export class IngestService implements Ingest {
  private readonly queue: MessageQueue<Arrival, Receipt>;
  private redriven: ((receipt: Receipt) => Promise<void>) | undefined;

  constructor(private readonly ports: IngestPorts, limits: IngestLimits) {
    const writer = new BatchWriter(ports, limits);
    const bounds = { batchMax: limits.batchMax, queueMax: limits.queueMax, bytesMax: limits.queueBytesMax ?? QUEUE_BYTES_MAX };
    this.queue = new MessageQueue(bounds, bytesOf, (jobs) => writer.write(jobs));
  }

  /** Messages waiting or being written. */
  get waiting(): number {
    return this.queue.length;
  }

  submit(messages: readonly IncomingMessage[]): Promise<readonly Receipt[]> {
    return this.enter(messages.map((message) => ({ message, redrive: false })));
  }

  async redrive(deadLetterId: string): Promise<Receipt | undefined> {
    const letter = await this.ports.vault.deadLetter(deadLetterId);
    // Of one that was too large only length and hash are left: there is nothing to judge.
    if (letter?.content === undefined) return undefined;
    const sender = { agency: letter.agency, ...(letter.senderEmployers && { employers: letter.senderEmployers }) };
    const [receipt] = await this.enter([{ message: { content: letter.content, sender, deadLetterId }, redrive: true }]);
    await this.redriven?.(receipt as Receipt);
    return receipt;
  }

  /** What has to be done with the receipt of a message judged anew before it is given back: where it fails, the message may be judged again. */
  afterRedrive(listener: (receipt: Receipt) => Promise<void>): void {
    this.redriven = listener;
  }

  /** Every way in passes here. What is recorded as of now would end the log later than the season that is under way. */
  private async enter(arrivals: readonly Arrival[]): Promise<readonly Receipt[]> {
    const retryAfterSeconds = this.ports.gate?.retryAfterSeconds;
    if (retryAfterSeconds !== undefined && arrivals.some(({ message }) => message.recordedAt === undefined)) throw new IngestPausedError(retryAfterSeconds);
    const receipts = await this.queue.submit(arrivals);
    for (const [index, receipt] of receipts.entries()) this.report((arrivals[index] as Arrival).message.sender.agency, receipt);
    return receipts;
  }

  private report(agency: string, { outcome, reason, source, id, position }: Receipt): void {
    const { telemetry, log } = this.ports;
    telemetry?.receipt(agency, outcome, reason?.code);
    log?.debug('message judged', () => ({
      agency, outcome, reason: reason?.code, position, ...(source === null || id === null ? {} : { eventId: eventIdOf(source, id) }),
    }));
  }

  /** Takes no more; resolves when everything taken is answered. */
  close(): Promise<void> {
    return this.queue.close();
  }
}

const bytesOf = ({ message: { content } }: Arrival): number =>
  isOversized(content) ? 0 : typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
