import type { NewEvent } from '@netral/event-store';
import { event } from '../contract/event-store.testing';

export const STREAMS_A_BATCH = 5;
export const EVENTS_AN_APPEND = 4;

/** The k-th batch that the writer under test sends: the same whenever it is sent. Streams are shared by every seventh batch. */
export const batch = (k: number): { readonly stream: string; readonly events: readonly NewEvent[] }[] =>
  Array.from({ length: STREAMS_A_BATCH }, (_, at) => ({
    stream: `s-${(k + at) % 7}`,
    events: Array.from({ length: EVENTS_AN_APPEND }, (__, index) => event(`${k}/${at}/${index}`, 'x'.repeat(200))),
  }));
