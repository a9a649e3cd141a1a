import { partsOfSource } from '@netral/contracts';
import type { IncomingMessage, Reason, Sender } from './ingest';

/** Who speaks, where many offices share a way in: the one office that the source names; nobody, when it names none. */
export const senderOfSource = (sender: Sender, source: string | null): Sender => {
  if (sender.officeFromSource === undefined) return sender;
  const { agency, office } = partsOfSource(source ?? '') ?? {};
  return { agency: sender.agency, employers: agency === sender.agency && office !== undefined ? [office] : [] };
};

/** Why a message may not stand under its key, if so; one that came without the notion of a key may always. */
export const keyRefusal = (key: Uint8Array | null | undefined, subject: string): Reason | undefined => {
  if (key === undefined || (key !== null && Buffer.from(subject, 'utf8').equals(key))) return undefined;
  // What stands in a key may be anything, a NIP too: only its length is told.
  return { code: 'key-not-subject', pointer: '/subject', found: key === null ? 'no key' : `another key, of ${key.byteLength} bytes`, expected: 'the subject of the message, in UTF-8, as its key' };
};

/** Tells apart what is wrong with two arrivals of the same content, so that one mended in nothing but the way it is sent is judged anew. */
export const wayOf = ({ key }: IncomingMessage, { code }: Reason): string =>
  `${code}:${key === undefined || key === null ? '' : Buffer.from(key).toString('base64')}`;
