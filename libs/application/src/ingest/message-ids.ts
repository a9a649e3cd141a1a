import { hash } from 'node:crypto';
import type { Sender } from './ingest';

/** A UUID made from what it stands for (RFC 9562, version 8: SHA-256, custom), so that the same thing has the same id for ever. */
const uuidOf = (...parts: readonly string[]): string => {
  const hex = hash('sha256', JSON.stringify(parts), 'hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3] as string;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Id of the event of a message. */
export const eventIdOf = (source: string, messageId: string): string => uuidOf('netral:message', source, messageId);

/** Id of the sealed text at one place of a message. Of its content too: what an attempt that failed has sealed stays apart from what is recorded. */
export const textIdOf = (eventId: string, contentHash: string, pointer: string): string => uuidOf('netral:text', eventId, contentHash, pointer);

/**
 * Id of a set-aside message and of the event that says so: made from its sender, with the employers that it is limited to, and its
 * content as well, so that a bad message sent again is the same one, and two bad messages under one id are two.
 * @param way what was wrong with the way it came: the same content come another way is another one
 */
export const deadLetterIdOf = ({ agency, employers }: Sender, source: string | null, messageId: string | null, contentHash: string, way?: string): string =>
  uuidOf('netral:set-aside', agency, source ?? '', messageId ?? '', contentHash, ...(employers === undefined ? [] : [JSON.stringify([...employers].sort())]), ...(way === undefined ? [] : [`way:${way}`]));
