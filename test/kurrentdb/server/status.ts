import type { Expected } from './check-append';

/** gRPC status codes in use here. */
export const Code = { ok: 0, cancelled: 1, unknown: 2, invalidArgument: 3, deadlineExceeded: 4, notFound: 5, permissionDenied: 7, failedPrecondition: 9, aborted: 10, unimplemented: 12, internal: 13, unavailable: 14, unauthenticated: 16 } as const;

/** A call that ends with a status and, in its trailers, what the client makes its error classes of. */
export class CallStatus extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly metadata: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'CallStatus';
  }
}

export const handlerThrew = (): CallStatus => new CallStatus(Code.unknown, 'Exception was thrown by handler.');
export const invalidArgument = (message: string): CallStatus => new CallStatus(Code.invalidArgument, message);

export const streamDeleted = (stream: string): CallStatus =>
  new CallStatus(Code.failedPrecondition, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });

const NUMBERS = { any: -2n, no_stream: -1n, stream_exists: -4n } as const;
export const numberOf = (expected: Expected): bigint => (typeof expected === 'bigint' ? expected : NUMBERS[expected]);

export const deleteConflict = (stream: string, expected: Expected, actual: bigint): CallStatus => {
  const [wanted, found] = [String(numberOf(expected)), String(actual)];
  return new CallStatus(Code.failedPrecondition, `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${wanted}, Actual version: ${found}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': wanted,
    'actual-version': found,
  });
};

export const tooLarge = (maxBytes: number): CallStatus =>
  new CallStatus(Code.invalidArgument, `Maximum Append Size of ${maxBytes} Exceeded.`, { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(maxBytes) });

export const missingProperty = (name: string): CallStatus =>
  new CallStatus(Code.invalidArgument, `Required Metadata Property '${name}' is missing`, { exception: 'missing-required-metadata-property', 'required-metadata-properties': 'type,content-type' });

export const notReady = (): CallStatus => new CallStatus(Code.unavailable, 'Server Is Not Ready');
export const tooBusy = (): CallStatus => new CallStatus(Code.unavailable, 'Server Is Too Busy');
export const accessDenied = (): CallStatus => new CallStatus(Code.permissionDenied, 'Access Denied', { exception: 'access-denied' });
export const unauthenticated = (): CallStatus => new CallStatus(Code.unauthenticated, 'Unauthenticated');
export const timedOut = (): CallStatus => new CallStatus(Code.aborted, 'Operation timed out');
export const notLeader = (host: string, port: number): CallStatus =>
  new CallStatus(Code.notFound, 'Leader info available', { exception: 'not-leader', 'leader-endpoint-host': host, 'leader-endpoint-port': String(port) });
