import { quantiles, randomOf } from '../statistics';
import { serversRow, type ServersRow, sleep, until } from './row';
import type { ServersSession } from './session';

const PAUSE_MS_MAX = 200;

/** Single messages at random times, nothing else on the way: how long until the receipt, and until a figure shows it. */
export const freshnessPart = async ({ options, topics, receipts, answers, supply, say }: ServersSession, count: number): Promise<readonly ServersRow[]> => {
  say(`freshness of ${count} single messages`);
  const random = randomOf(options.seed);
  const [toReceipt, toFigure]: [number[], number[]] = [[], []];
  for (const message of supply.take(count)) {
    await sleep(random() * PAUSE_MS_MAX);
    const [stood] = await topics.publish([message]);
    const acknowledged = performance.now();
    const place = `${stood!.topicName}/${stood!.partition}/${stood!.baseOffset}`;
    await until(`receipt of ${place}`, () => receipts.byPlace.has(place), { everyMs: 1 });
    const { receipt, at } = receipts.byPlace.get(place)!;
    toReceipt.push(Math.max(0, at - acknowledged));
    // A duplicate is visible since its first; what is set aside never is.
    if (receipt.outcome === 'recorded' && receipt.position !== null) toFigure.push((await answers.shows(receipt.position)) - acknowledged);
  }
  const rows = (id: string, what: string, waits: readonly number[], note: string): ServersRow[] => {
    const found = quantiles(waits);
    return (['p50', 'p95', 'p99'] as const).map((quantile) => serversRow('freshness', `${id}-${quantile}`, `${what}: ${quantile}`, found[quantile], 'ms', `${note}; ${found.count} messages`));
  };
  return [
    ...rows('fresh-receipt', 'acknowledged by the broker to receipt', toReceipt, 'receipt read from its topic'),
    ...rows('fresh-figure', 'acknowledged by the broker to visible', toFigure, 'asked for again and again, the answer’s own time included'),
  ];
};
