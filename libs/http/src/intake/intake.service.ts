import { Inject, Injectable } from '@nestjs/common';
import { INGEST, WriteGate, ndjsonLines, submitStream, type IncomingMessage, type Ingest, type Receipt, type Sender } from '@netral/application';
import { CONFIG, type Config } from '@netral/platform';
import type { Request } from 'express';
import { Problem } from '../problem/problem';
import { readBody } from './read-body';
import { readJsonBody } from './read-json';

export type IntakeLimits = Pick<Config, 'ingestBatchMax' | 'ingestQueueMax' | 'ingestMessageBytesMax' | 'ingestBodyBytesMax' | 'ingestDepthMax'>;

/** Messages out of bodies, receipts back. Nothing of a body is handed on before all of it could be read; of a stream, each line for itself. */
@Injectable()
export class IntakeService {
  constructor(@Inject(INGEST) private readonly ingest: Ingest, @Inject(CONFIG) private readonly limits: IntakeLimits, private readonly gate: WriteGate) {}

  async one(request: Request, sender: Sender): Promise<Receipt> {
    this.refuseWhilePaused();
    const body = await readBody(request, this.limits.ingestMessageBytesMax);
    readJsonBody(body, this.limits.ingestDepthMax);
    const [receipt] = await this.ingest.submit([{ content: body, sender }]);
    return receipt as Receipt;
  }

  async batch(request: Request, sender: Sender): Promise<readonly Receipt[]> {
    this.refuseWhilePaused();
    const body = await readBody(request, this.limits.ingestBodyBytesMax);
    const { bytes, scan } = readJsonBody(body, this.limits.ingestDepthMax + 1);
    if (scan.items === undefined) throw new Problem('not-a-list', undefined, { errors: [{ pointer: '', found: kindOf(bytes), expected: 'a list of messages' }] });
    const messages = scan.items.map(([from, until]) => ({ content: bytes.subarray(from, until), sender }));
    const receipts: Receipt[] = [];
    for await (const some of this.stream(once(messages))) receipts.push(...some);
    return receipts;
  }

  /** Receipts as they are ready, in the order of the lines. */
  lines(request: Request, sender: Sender): AsyncIterable<readonly Receipt[]> {
    this.refuseWhilePaused();
    return this.stream(this.messagesOf(request, sender));
  }

  // The request outlives the loop: cutting it would cut the answer too.
  private async *messagesOf(request: Request, sender: Sender): AsyncGenerator<readonly IncomingMessage[], void, undefined> {
    for await (const lines of ndjsonLines(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>, { lineBytesMax: this.limits.ingestMessageBytesMax })) {
      this.refuseWhilePaused();
      yield lines.map(({ content }) => ({ content, sender }));
    }
  }

  private stream(groups: AsyncIterable<readonly IncomingMessage[]>): AsyncIterable<readonly Receipt[]> {
    return submitStream(this.ingest, groups, { chunkMax: Math.min(this.limits.ingestBatchMax, this.limits.ingestQueueMax) });
  }

  private refuseWhilePaused(): void {
    const { retryAfterSeconds } = this.gate;
    if (retryAfterSeconds !== undefined) throw new Problem('season-loading', undefined, { retryAfterSeconds });
  }
}

/** What kind of JSON value begins here. */
const kindOf = (bytes: Uint8Array): string => {
  const first = Buffer.from(bytes.subarray(0, 1000)).toString('latin1').trim().charAt(0);
  return { '{': 'an object', '"': 'a text', t: 'true', f: 'false', n: 'null' }[first] ?? 'a number';
};

async function* once<T>(value: T): AsyncGenerator<T, void, undefined> {
  yield value;
}
