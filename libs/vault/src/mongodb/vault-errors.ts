import { MongoError, MongoInvalidArgumentError, MongoNetworkError, MongoParseError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { VaultError, type VaultErrorReason } from '../identity-vault';

/** What the server's codes mean; their numbers are MongoDB's. */
const REASONS: readonly (readonly [codes: readonly number[], VaultErrorReason, meaning: string])[] = [
  [[18, 8000], 'denied', 'the server refuses the user or the password'],
  [[13], 'denied', 'the user lacks a right: it needs readWrite on this database'],
  [[14031], 'disk-full', 'the disk of the server is full; send it again'],
  [[10107, 13435, 13436, 11602, 189, 91], 'unreachable', 'no primary takes writes now'],
  [[64, 79, 100], 'unreachable', 'a majority of the replica set did not confirm in time; send it again'],
  [[50, 262], 'unreachable', 'the server took too long'],
  [[20, 8], 'read-only', 'the server takes no writes'],
];

/** What the driver or the server said, as one line without users, passwords or values. Errors that are ours already pass through. */
export const inOurWords = (error: unknown, name: string): Error => {
  if (error instanceof VaultError || error instanceof RangeError) return error;
  if (!(error instanceof MongoError)) return error instanceof Error ? error : new Error(String(error));
  const [reason, meaning] = meaningOf(error);
  // Not as a cause: the server repeats in its messages what it was sent.
  return new VaultError(reason, `vault at ${name}: ${meaning}`);
};

const meaningOf = (error: MongoError): readonly [VaultErrorReason, string] => {
  if (error instanceof MongoParseError || error instanceof MongoInvalidArgumentError) return ['misconfigured', 'the address cannot be used: an option of it is unknown or wrong'];
  if (error instanceof MongoServerSelectionError) return authentication(error) ?? ['unreachable', 'no server answers there'];
  if (error instanceof MongoNetworkError) return ['unreachable', 'the connection broke or the answer stayed out; send it again'];
  if (error.name === 'MongoWaitQueueTimeoutError') return ['unreachable', 'no connection came about in time; send it again'];
  const [, reason, meaning] = REASONS.find(([codes]) => codes.includes(Number(error.code))) ?? [];
  if (reason !== undefined && meaning !== undefined) return [reason, meaning];
  return ['unreachable', `it cannot be used (${error instanceof MongoServerError && error.code !== undefined ? `code ${error.code}` : error.name})`];
};

const authentication = (error: MongoServerSelectionError): readonly [VaultErrorReason, string] | undefined =>
  error.cause instanceof MongoServerError && error.cause.code === 18 ? ['denied', 'the server refuses the user or the password'] : undefined;
