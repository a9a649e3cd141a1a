import { serversRow, type ServersRow, sleep, until } from './row';
import { bareConsume } from './bare-consume';
import { bareWrites } from './bare-writes';
import type { ServersSession } from './session';

const perSecond = (count: number, beganAt: number, endedAt: number): number => count / (Math.max(1, endedAt - beganAt) / 1000);

/** The joint decision first, and alone, as in earnest: without it nobody may hand anything over. */
export const openSeason = async ({ ingestor, topics, receipts, supply, say }: ServersSession): Promise<void> => {
  say('handing over the joint decision');
  ingestor.start();
  await ingestor.until('taking');
  await topics.publish(supply.joint);
  await until('receipts of the joint decision', () => receipts.count >= supply.joint.length);
  await allCommitted({ topics });
  await ingestor.stop();
};

export const allCommitted = ({ topics }: Pick<ServersSession, 'topics'>): Promise<void> =>
  until('all messages committed', async () => (await topics.committed()) >= topics.acknowledged, { everyMs: 50 });

/** From the topics to acknowledged receipts, beside a bare consumer of the same messages. */
export const receiptsPart = async (session: ServersSession): Promise<readonly ServersRow[]> => {
  const { options: { messages }, topics, receipts, ingestor, supply, say } = session;
  say(`${messages} messages to receipts`);
  const before = receipts.count;
  await topics.publish(supply.take(messages));
  ingestor.start();
  await ingestor.until('taking');
  const joined = performance.now();
  await until('all receipts', () => receipts.count >= before + messages);
  await allCommitted(session);
  await ingestor.stop();
  const seen = [...receipts.byPlace.values()].slice(before).map(({ at }) => at);
  const first = seen[0]!;
  const last = seen.at(-1)!;
  // What came with the first receipts took its time before them.
  const after = seen.filter((at) => at - first > 5).length;
  const whole = perSecond(messages, Math.min(joined, first), last);
  say('the same messages by a bare consumer');
  const bare = await bareConsume(topics.kafka, topics.acknowledged);
  const outcomes = [...receipts.byPlace.values()].slice(before).filter(({ receipt }) => receipt.outcome === 'recorded').length;
  return [
    serversRow('receipts', 'topic-receipt', 'topic to acknowledged receipt', whole, 'messages/s', `one ingestor, just started, from the partitions assigned to the last receipt; ${messages} messages, ${outcomes} recorded, the others duplicates or set aside`),
    serversRow('receipts', 'topic-receipt-steady', 'the same, from the first receipt to the last', after === 0 ? whole : perSecond(after, first, last), 'messages/s', 'without what came before the first receipt'),
    serversRow('receipts', 'bare-consume', 'bare kafkajs: consumed, parsed, committed', bare, 'messages/s', 'eachBatch, JSON parsed, offsets committed after each batch; nothing kept'),
    serversRow('receipts', 'receipt-of-bare', 'receipts ÷ bare consume', whole / bare, '×'),
  ];
};

/** The whole log into MongoDB by a projector alone, beside bare writes of the documents that came of it. */
export const foldPart = async (session: ServersSession): Promise<readonly ServersRow[]> => {
  const { projector, servers, say } = session;
  say('the projector folds the log');
  projector.start();
  await until('the lease to fold', async () => (await projector.metric('netral_fold_lease_held').catch(() => 0)) === 1, { everyMs: 10 });
  const began = performance.now();
  await projector.until('live');
  const ended = performance.now();
  const events = (await projector.metric('netral_fold_events_sum')) ?? Number.NaN;
  const folding = (await projector.metric('netral_fold_seconds_sum')) ?? Number.NaN;
  say('the same documents by the bare driver');
  const bare = await bareWrites(servers.database('models'), servers.database('bare'), servers.mongodbBatchMax);
  const seconds = (ended - began) / 1000;
  return [
    serversRow('visible', 'catch-up', 'projector alone: the whole log into MongoDB', events / seconds, 'events/s', `${events} events in ${seconds.toFixed(1)} s, of which ${folding.toFixed(1)} s folding and writing`),
    serversRow('visible', 'bare-documents', 'bare driver: the documents that came of it', bare.documents / bare.seconds, 'documents/s', `${bare.documents} documents of ${Math.round(bare.bytes / bare.documents)} bytes on average, insertMany by ${servers.mongodbBatchMax}, majority and journal asked for`),
    serversRow('visible', 'bare-events', 'the same, in events', events / bare.seconds, 'events/s', 'the time that bare writes of their documents take'),
    serversRow('visible', 'catch-up-of-bare', 'catch-up ÷ bare writes', bare.seconds / seconds, '×'),
  ];
};

/** From the topics to a figure that shows it, all roles running. @returns also what it reached, and how bare writes of as many compare */
export const visiblePart = async (session: ServersSession, bareEvents: number): Promise<{ readonly capacity: number; readonly rows: readonly ServersRow[] }> => {
  const { options: { messages }, topics, receipts, ingestor, api, answers, supply, say } = session;
  api.start();
  await api.until('live');
  say(`${messages} messages to a figure`);
  const before = receipts.count;
  await topics.publish(supply.take(messages));
  ingestor.start();
  await ingestor.until('taking');
  const joined = performance.now();
  await until('all receipts', () => receipts.count >= before + messages);
  const shown = await answers.shows(receipts.lastPosition);
  await allCommitted(session);
  const capacity = perSecond(messages, joined, shown);
  // The steady load begins on processes that have nothing else to do.
  await sleep(500);
  return {
    capacity,
    rows: [
      serversRow('visible', 'topic-figure', 'topic to visible in a figure', capacity, 'messages/s', `ingestor (just started), projector and api at once, from the partitions assigned to an answer that holds the last; ${messages} messages`),
      serversRow('visible', 'figure-of-bare', 'topic to visible ÷ bare writes', capacity / bareEvents, '×', 'bare writes as above, in events'),
    ],
  };
};
