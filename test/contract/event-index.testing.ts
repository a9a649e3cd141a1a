import type { Claim } from '@netral/event-store/kurrentdb/index/claim-table';
import type { EventIndex, IndexEntry } from '@netral/event-store/kurrentdb/index/event-index';
import { idOf } from './event-store.testing';

/** An index to be tried. `another` opens the same once more, as another process would. */
export interface EventIndexUnderTest {
  readonly index: EventIndex;
  readonly another: () => EventIndex;
}
export type OpenEventIndex = () => Promise<EventIndexUnderTest>;

export const position = (offset: number): string => String(offset).padStart(20, '0');
/** The event named `name` at a place. */
export const entry = (name: string, stream: string, revision: number, at: string | undefined): IndexEntry =>
  ({ id: idOf(name), stream, revision: BigInt(revision), position: at, contentHash: `hash of ${name}`, metadata: `{"of":"${name}"}` });
export const claim = (name: string, owner: string, stream = 's'): Claim => ({ id: idOf(name), stream, contentHash: 'hash', owner });
