import { MongoLink, shownAddress } from '@netral/mongodb';
import { type Collection, MongoBulkWriteError, MongoError, MongoInvalidArgumentError, MongoNetworkError, MongoParseError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { StoreUnavailableError, type UnavailableReason } from '../../event-store';
import type { Claim } from './claim-table';
import type { StreamAlarm } from './event-index';

export interface EventDocument {
  readonly _id: string;
  readonly stream: string;
  readonly revision: number;
  /** `stream@revision`: what is looked for. */
  readonly place: string;
  readonly position: string | null;
  readonly contentHash: string;
  readonly metadata: string;
}
export interface PlaceDocument {
  readonly _id: 'checkpoint' | 'watched';
  readonly position: string;
  readonly id: string;
}
export type ClaimDocument = Omit<Claim, 'id'> & { readonly _id: string };
export type AlarmDocument = StreamAlarm & { readonly _id: string };

/** The collections, each asked for anew for each call. */
export interface IndexDatabase {
  readonly events: Collection<EventDocument>;
  readonly claims: Collection<ClaimDocument>;
  readonly places: Collection<PlaceDocument>;
  readonly alarms: Collection<AlarmDocument>;
  /** Host and database, without user and password. */
  readonly name: string;
  close(): Promise<void>;
}

/**
 * The connection, made when it is first used.
 * @throws StoreUnavailableError `misconfigured`
 */
export const connectIndex = (address: string, timeoutMs: number): IndexDatabase => {
  const name = shownAddress(address);
  try {
    const link = new MongoLink({ address, appName: 'netral-event-index', timeoutMs });
    return {
      get events() { return link.db.collection<EventDocument>('log_events'); },
      get claims() { return link.db.collection<ClaimDocument>('log_claims'); },
      get places() { return link.db.collection<PlaceDocument>('log_places'); },
      get alarms() { return link.db.collection<AlarmDocument>('log_alarms'); },
      name,
      close: () => link.close(),
    };
  } catch (error) {
    throw inOurWords(error, name);
  }
};

const DUPLICATE = 11_000;
const REASONS: readonly (readonly [codes: readonly number[], UnavailableReason, meaning: string])[] = [
  [[18, 8000, 13], 'denied', 'the server refuses the user, or the user has not the right'],
  [[14031], 'disk-full', 'the disk of the server is full'],
  [[20, 8], 'read-only', 'the server takes no writes'],
];

/** What the driver or the server said, in one line. Errors that are ours already pass through. */
export const inOurWords = (error: unknown, name: string): Error => {
  if (!(error instanceof MongoError)) return error instanceof Error ? error : new Error(String(error));
  const [reason, meaning] = meaningOf(error);
  return new StoreUnavailableError(reason, `index of message ids at ${name}: ${meaning}`);
};

const meaningOf = (error: MongoError): readonly [UnavailableReason, string] => {
  if (error instanceof MongoParseError || error instanceof MongoInvalidArgumentError) return ['misconfigured', 'the address cannot be used'];
  if (error instanceof MongoServerSelectionError && !(error.cause instanceof MongoServerError)) return ['unreachable', 'no server answers there'];
  if (error instanceof MongoNetworkError || error.name === 'MongoWaitQueueTimeoutError') return ['unreachable', 'the connection broke or the answer stayed out'];
  const code = Number(error.cause instanceof MongoServerError ? error.cause.code : error.code);
  const [, reason, meaning] = REASONS.find(([codes]) => codes.includes(code)) ?? [];
  return [reason ?? 'unreachable', meaning ?? `it cannot be used (code ${code})`];
};

/** Whether it was refused because the key is taken, and for nothing else. */
export const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === DUPLICATE && !(error instanceof MongoBulkWriteError);

/** Places of the documents of an `insertMany` whose key is taken. @throws what else was wrong */
export const duplicatesIn = (error: unknown): readonly number[] => {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const errors = [error.writeErrors].flat();
  if (errors.length === 0 || errors.some(({ code }) => code !== DUPLICATE) || error.result.getWriteConcernError() !== undefined) throw error;
  return errors.map(({ index }) => index);
};
