import type { Expected } from './check-append';
import { identifierOf } from './names';
import { AnyMessage, EmptyMessage, type Message, shared, Status } from './protocol';

const status = (code: number, message: string, typeName: string, details: Message): Status => {
  const packed = new AnyMessage();
  packed.pack(details.serializeBinary(), typeName);
  return new Status().setCode(code as never).setMessage(message).setDetails(packed);
};
const ours = (code: number, name: string, details: Message): Status => status(code, name, `event_store.client.${name}`, details);

/** The refusals of a batch append: google.rpc.Status inside an answer, while the stream of the batch lives on. */
export const batchConflict = (expected: Expected, current: bigint): Status => {
  const details = new shared.WrongExpectedVersion();
  if (current < 0n) details.setCurrentNoStream(new EmptyMessage());
  else details.setCurrentStreamRevision(String(current));
  if (expected === 'any') details.setExpectedAny(new EmptyMessage());
  else if (expected === 'no_stream') details.setExpectedNoStream(new EmptyMessage());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new EmptyMessage());
  else details.setExpectedStreamPosition(String(expected));
  return ours(6, 'WrongExpectedVersion', details);
};

export const batchDeleted = (stream: string): Status => ours(5, 'StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)));
export const batchTimeout = (): Status => ours(4, 'Timeout', new shared.Timeout());
export const batchAccessDenied = (): Status => ours(7, 'AccessDenied', new shared.AccessDenied());
export const batchTooLarge = (maxBytes: number): Status => ours(3, 'MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(maxBytes));
export const batchBadRequest = (detail: string): Status =>
  ours(3, 'BadRequest', new shared.BadRequest().setMessage(`Status(StatusCode="InvalidArgument", Detail="${detail}")`));
/** A node that is not ready says so with nothing inside, which the client cannot read. */
export const batchNotReady = (): Status => status(14, 'Server Is Not Ready', 'google.protobuf.Empty', new EmptyMessage());
