import { StoreUnavailableError } from '../../event-store';

/** Numbers of gRPC that matter here. */
const CODE = { cancelled: 1, unknown: 2, invalid: 3, deadline: 4, notFound: 5, denied: 7, precondition: 9, aborted: 10, unimplemented: 12, internal: 13, unavailable: 14, unauthenticated: 16 } as const;

/** What went wrong with a call. The client's own errors have a `type`, the first one of a connection only a `code`: both are looked at. */
export interface CallFailure {
  readonly code: number | undefined;
  /** `exception` of the server, or the client's `type`. */
  readonly kind: string | undefined;
  readonly text: string;
}

interface Thrown {
  readonly code?: unknown;
  readonly type?: unknown;
  readonly details?: unknown;
  readonly message?: unknown;
  readonly metadata?: { get?(key: string): readonly unknown[] };
}

export const failureOf = (error: unknown): CallFailure => {
  const { code, type, details, message, metadata } = (typeof error === 'object' && error !== null ? error : {}) as Thrown;
  const exception = metadata?.get?.('exception')[0];
  const text = typeof details === 'string' && details !== '' ? details : typeof message === 'string' ? message : String(error);
  return { code: typeof code === 'number' ? code : undefined, kind: typeof exception === 'string' ? exception : typeof type === 'string' ? type : undefined, text };
};

export const isStreamDeleted = (error: unknown): boolean => failureOf(error).kind === 'stream-deleted';

/** What the server answers to a read from a position where no record begins. */
export const isNoPlace = (error: unknown): boolean => [CODE.unknown, CODE.invalid].includes(failureOf(error).code as never);

const CERTIFICATE = /certificate|self.signed|CERT_|altname|unable to verify/i;

const NO_TLS = /wrong version number|packet length too long|record layer failure/i;

/** Whether the same call may succeed a little later: the server starts, changes its leader, or the connection broke. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof StoreUnavailableError) return error.reason === 'unreachable';
  const { code, kind, text } = failureOf(error);
  if (kind === 'access-denied' || kind === 'stream-deleted' || CERTIFICATE.test(text) || NO_TLS.test(text)) return false;
  return kind === 'not-leader' || code === undefined || [CODE.cancelled, CODE.unknown, CODE.deadline, CODE.aborted, CODE.internal, CODE.unavailable].includes(code as never);
};

/** A failed call in the port's words, in one line, without the password. Our own errors pass through. */
export const unavailable = (error: unknown, shown: string): Error => {
  if (error instanceof StoreUnavailableError || error instanceof RangeError) return error;
  const { code, kind, text } = failureOf(error);
  const because = (reason: StoreUnavailableError['reason'], what: string): StoreUnavailableError => new StoreUnavailableError(reason, `event store ${shown}: ${what}`, { cause: error });
  if (kind === 'access-denied' || code === CODE.unauthenticated || code === CODE.denied) return because('denied', 'user or password is wrong, or the user has not the right');
  if (NO_TLS.test(text)) return because('misconfigured', 'it does not speak TLS: expected the option tls=false, or another port');
  if (CERTIFICATE.test(text)) return because('untrusted', `its certificate cannot be trusted (${oneLine(text)})`);
  if (kind === 'stream-deleted') return because('corrupt', 'a stream of the log was tombstoned on the server');
  if (code === CODE.unimplemented) return because('outdated', 'the server is too old: expected 22.10 or newer');
  if (kind === 'not-leader') return because('unreachable', 'the node is not the leader of its cluster');
  return because('unreachable', `no answer (${oneLine(text)})`);
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 160);
