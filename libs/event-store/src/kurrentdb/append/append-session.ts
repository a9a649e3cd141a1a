import { randomUUID } from 'node:crypto';
import { Empty, MaximumAppendSizeExceeded, StreamIdentifier, UUID, WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb';
import type { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { ExpectedRevision } from '../../event-store';
import type { Connection, StreamsCall } from '../wire/connection';
import type { EncodedEvent } from '../wire/envelope';

/** Events that go into one stream together or not at all. The name is the server's, prefix included. */
export interface Block {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
}

/** `refused` means that nothing was written; only `unknown` leaves that open. */
export type Sent =
  | { readonly kind: 'written'; readonly revision: bigint; readonly position: bigint | undefined }
  | { readonly kind: 'conflict'; readonly actual: ExpectedRevision }
  | { readonly kind: 'too-large'; readonly bytesMax: number }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'unknown'; readonly error: unknown };

type BatchCall = ReturnType<StreamsCall['client']['batchAppend']>;
const NAMES = 'event_store.client.';

/**
 * One two-way call over which appends go in order, and their answers come back. It has its own table of those under way: what happens
 * to one call concerns no other.
 */
export class AppendSession {
  private readonly pending = new Map<string, (sent: Sent) => void>();
  private broken: { readonly error: unknown } | undefined;

  private constructor(private readonly call: BatchCall, onBroken: (error: unknown) => void) {
    call.on('data', (answer) => this.answered(answer));
    call.on('error', (error) => {
      onBroken(error);
      this.breakOff(error);
    });
    call.on('end', () => this.breakOff(new Error('the server ended the call')));
  }

  static async open(connection: Connection): Promise<AppendSession> {
    const { client, arguments: [metadata, options] } = await connection.streams({ requiresLeader: true });
    return new AppendSession(client.batchAppend(metadata, options), (error) => connection.failed(client, error));
  }

  get usable(): boolean {
    return this.broken === undefined;
  }

  /** Never rejects. After `msMax` without an answer the outcome is unknown: neither server nor client promises one. */
  send(block: Block, msMax: number): Promise<Sent> {
    if (this.broken !== undefined) return Promise.resolve({ kind: 'unknown', error: this.broken.error });
    const correlation = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ kind: 'unknown', error: new Error(`no answer within ${msMax} ms`) }), msMax);
      const settle = (sent: Sent): void => {
        clearTimeout(timer);
        this.pending.delete(correlation);
        resolve(sent);
      };
      this.pending.set(correlation, settle);
      try {
        this.call.write(requestOf(correlation, block));
      } catch (error) {
        this.breakOff(error);
      }
    });
  }

  /** Nothing more is sent over it; what is under way becomes unknown. */
  close(): void {
    this.breakOff(new Error('the append session was closed'));
    this.call.cancel();
  }

  private answered(answer: BatchAppendResp): void {
    // An answer that nobody waits for any more is no fault.
    this.pending.get(answer.getCorrelationId()?.getString() ?? '')?.(sentOf(answer));
  }

  private breakOff(error: unknown): void {
    this.broken ??= { error };
    for (const settle of [...this.pending.values()]) settle({ kind: 'unknown', error });
  }
}

/** Without a deadline: the client's is an instant of its own clock, which the server's need not agree with. The server has its own. */
const requestOf = (correlation: string, { stream, expected, events }: Block): BatchAppendReq => {
  const options = new BatchAppendReq.Options();
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  options.setStreamIdentifier(identifier);
  if (expected === 'no-stream') options.setNoStream(new Empty() as never);
  else options.setStreamPosition(expected.toString());
  const request = new BatchAppendReq();
  request.setCorrelationId(uuidOf(correlation));
  request.setOptions(options);
  request.setProposedMessagesList(events.map(messageOf));
  request.setIsFinal(true);
  return request;
};

const messageOf = ({ id, type, data, metadata }: EncodedEvent): BatchAppendReq.ProposedMessage => {
  const message = new BatchAppendReq.ProposedMessage();
  message.setId(uuidOf(id));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  message.setCustomMetadata(metadata);
  message.setData(data);
  return message;
};

const uuidOf = (text: string): UUID => {
  const uuid = new UUID();
  uuid.setString(text);
  return uuid;
};

const sentOf = (answer: BatchAppendResp): Sent => {
  const success = answer.getSuccess();
  if (success === undefined) return refusalOf(answer.getError());
  const position = success.getPosition()?.getCommitPosition();
  return { kind: 'written', revision: BigInt(success.getCurrentRevision()), position: position === undefined ? undefined : BigInt(position) };
};

const refusalOf = (status: Status | undefined): Sent => {
  const details = status?.getDetails();
  const name = details?.getTypeName() ?? '';
  switch (name) {
    case `${NAMES}WrongExpectedVersion`: {
      const found = details?.unpack(WrongExpectedVersion.deserializeBinary, name);
      return { kind: 'conflict', actual: found?.hasCurrentStreamRevision() === true ? BigInt(found.getCurrentStreamRevision()) : 'no-stream' };
    }
    case `${NAMES}MaximumAppendSizeExceeded`:
      return { kind: 'too-large', bytesMax: details?.unpack(MaximumAppendSizeExceeded.deserializeBinary, name)?.getMaxappendsize() ?? 0 };
    case `${NAMES}StreamDeleted`:
      return { kind: 'refused', error: { type: 'stream-deleted' } };
    case `${NAMES}AccessDenied`:
      return { kind: 'refused', error: { type: 'access-denied' } };
    default:
      // Time-outs, a server that is not ready, and whatever newer servers say: it may have been written.
      return { kind: 'unknown', error: new Error(`the server said ${status?.getMessage() ?? 'nothing'}`) };
  }
};
