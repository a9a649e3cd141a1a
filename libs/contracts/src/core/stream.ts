import { catalogue, type EventData, type EventType } from '../catalogue';
import { correctedContract, nestedOf } from './corrected';
import type { EventContract } from './event-contract';

const contract = (type: EventType): EventContract<string, never> => catalogue[type] as unknown as EventContract<string, never>;

/** Id of the matter that an event is about: its issuer's id, or a person's pseudonym. Stored data of the latest version. */
export const matterIdOf = <T extends EventType>(type: T, latest: EventData<T>): string => contract(type).matterId(latest as never);

/** Stream of an event: `<matter>-<id>`, `rules`, `intake-<agency>`; a correction goes where the corrected message stands. */
export const streamOf = <T extends EventType>(type: T, latest: EventData<T>): string => {
  const { matter } = correctedContract(type, latest) ?? contract(type);
  return matter === 'rules' ? 'rules' : `${matter}-${matterIdOf(type, latest)}`;
};

/** Employers that an event speaks for, each once: what its sender must be granted. A correction speaks for its corrected data's. */
export const employersOf = <T extends EventType>(type: T, latest: EventData<T>): readonly string[] => {
  const nested = nestedOf(type, latest);
  const own = contract(type).employers(latest as never);
  return [...new Set(nested === undefined ? own : [...own, ...contract(nested.type).employers(nested.data as never)])];
};

/** The event's own day on the `asOf` axis, YYYY-MM-DD. */
export const ownDayOf = <T extends EventType>(type: T, latest: EventData<T>): string => contract(type).ownDay(latest as never);
