import { createHash } from 'node:crypto';
import type { Appended, EventStore, NewEvent, RecordedEvent } from '@netral/event-store';

/** A log to be tried. `reopen` closes it and opens the same again; a log that ends with the process has none. */
export interface EventStoreUnderTest {
  readonly store: EventStore;
  readonly reopen?: () => Promise<EventStore>;
}
export type OpenEventStore = () => Promise<EventStoreUnderTest>;

/** A UUID made from a name, the same for ever. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** An event named `name`; other content, other hash. */
export const event = (name: string, content = 'as sent'): NewEvent => ({
  id: idOf(name), type: 'ReportDismissed', data: JSON.stringify({ name, content }), metadata: JSON.stringify({ agency: 'bawaslu' }), contentHash: `hash of ${content}`,
});

export const events = (count: number, prefix: string): NewEvent[] => Array.from({ length: count }, (_, index) => event(`${prefix}${index}`));

export const collect = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const collected: T[] = [];
  for await (const each of source) collected.push(each);
  return collected;
};

export const dataOf = (read: readonly RecordedEvent[]): string[] => read.map(({ data }) => (JSON.parse(data) as { name: string }).name);

/** Outcome of each append in one word: its own, or the name of what refused it. */
export const words = (results: readonly PromiseSettledResult<Appended>[]): string[] =>
  results.map((result) => (result.status === 'fulfilled' ? result.value.outcome : (result.reason as Error).name));

/** Everything a log holds, by the two ways of reading it, which must agree. */
export const wholeLog = async (store: EventStore): Promise<RecordedEvent[]> => collect(store.readAll('0'.repeat(20)));
