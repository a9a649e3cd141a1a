import { uuidOf } from './names';
import type { AppendReq, BatchAppendReq } from './protocol';
import type { NewRecord } from './record';
import { CallStatus, Code, handlerThrew, invalidArgument, missingProperty } from './status';

const NIL = '00000000-0000-0000-0000-000000000000';
type Proposed = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

/** The event a client proposes, or a CallStatus that says what is wrong with it. The body is not looked at. */
export function eventOf(message: Proposed): NewRecord {
  const id = uuidOf(message.getId());
  if (id === undefined) throw handlerThrew();
  if (id === NIL) throw invalidArgument('Empty eventId provided.');
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  const contentType = properties.get('content-type');
  if (type === undefined) throw missingProperty('type');
  if (contentType === undefined) throw missingProperty('content-type');
  if (type === '') throw new CallStatus(Code.invalidArgument, 'Empty eventType provided.');
  return { id, type, isJson: contentType === 'application/json', data: message.getData_asU8(), metadata: message.getCustomMetadata_asU8() };
}

/** Bytes an event counts against the limit of an append. */
export const sizeOf = (message: Proposed): number =>
  message.getData_asU8().length + message.getCustomMetadata_asU8().length + 2 * (message.getMetadataMap().get('type')?.length ?? 0);

// One byte over the limit was seen to be taken, a sum far over to be refused; what lies between is refused here, so that no test leans on it.
const TOLERATED_BYTES = 1;
export const isTooLarge = (bytes: number, maxBytes: number): boolean => bytes > maxBytes + TOLERATED_BYTES;
