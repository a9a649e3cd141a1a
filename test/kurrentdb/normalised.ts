import { type EventStore, NO_POSITION } from '@netral/event-store';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const POSITION = /\b\d{20}\b/g;
const CURSOR = /"next":"([\w-]{21,})"/g;

/**
 * Puts in the place of each position its ordinal in the log, and of each pseudonym the ordinal of its first mention: what two logs have in
 * common. Ids of set-aside messages and of sealed texts are made with the
 * vault's key, and so are pseudonyms too. Cursors to a next page hold a position.
 */
export const normaliserOf = async (store: EventStore): Promise<(text: string) => string> => {
  const ordinals = new Map<string, number>([[NO_POSITION, 0]]);
  const names = new Map<string, string>();
  const name = (uuid: string): void => void (names.has(uuid) || names.set(uuid, `pseudonym ${names.size}`));
  for await (const { position, data, type, id } of store.readAll(NO_POSITION)) {
    ordinals.set(position, ordinals.size);
    if (type === 'MessageSetAside') name(id);
    for (const [, subject, text] of data.matchAll(/"subject":"([^"]+)"|"sealed:([^"]+)"/g)) name((subject ?? text)!);
  }
  const plain = (text: string): string => text
    .replace(POSITION, (position) => `#${ordinals.get(position) ?? '?'}`)
    .replace(UUID, (found) => names.get(found) ?? found);
  return (text) => plain(text.replace(CURSOR, (_, cursor: string) => `"next":"${Buffer.from(cursor, 'base64url').toString('utf8')}"`));
};
