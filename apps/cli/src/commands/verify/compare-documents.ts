import type { ReadStore } from '@netral/read-store';
import type { Checks } from './checks';

const AT_ONCE = 500;

/**
 * Every document of one projection in both stores: id, number, position and content. One that the other store has folded an event
 * further is left out: the log grew between the two reads.
 */
export const compareDocuments = async (projection: string, models: ReadStore, fresh: ReadStore, checks: Checks): Promise<void> => {
  const [foundUntil, freshUntil] = [(await models.checkpoint(projection)) ?? '', (await fresh.checkpoint(projection)) ?? ''];
  const until = foundUntil < freshUntil ? foundUntil : freshUntil;
  const count = Math.max(await models.documentCount(projection), await fresh.documentCount(projection));
  for (let from = 0; from < count; from += AT_ONCE) {
    const ids = new Set([...(await models.documentIds(projection, from, AT_ONCE)), ...(await fresh.documentIds(projection, from, AT_ONCE))]);
    const [found, expected] = [await models.documents(projection, [...ids]), await fresh.documents(projection, [...ids])];
    for (const id of ids) {
      const [one, other] = [found.get(id), expected.get(id)];
      if ((one?.position ?? '') > until || (other?.position ?? '') > until) continue;
      const same = one !== undefined && other !== undefined && one.number === other.number && one.position === other.position && one.body === other.body;
      checks.see('documents', same, () => `${projection} ${id}: ${one === undefined ? 'missing' : other === undefined ? 'not in the log' : 'other content'}`);
    }
  }
};
