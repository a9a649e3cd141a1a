import { catalogue, type EventData, type EventType } from '../catalogue';
import { nestedOf } from './corrected';
import type { EventVersion } from './event-contract';
import { latestVersionOf } from './names';

/**
 * Stored data of any released version, brought to the latest; that within a correction too, with `correctedVersion`
 * saying so. Total on data that its version accepts, pure, and without effect on the latest.
 */
export const upcast = <T extends EventType>(type: T, version: number, stored: unknown): EventData<T> => {
  const versions: readonly EventVersion[] = catalogue[type].versions;
  if (version < 1 || version > versions.length) throw new RangeError(`${type} has no version ${version}`);
  let data = stored;
  for (const next of versions.slice(version)) data = next.upcast?.(data as never) ?? data;
  const nested = nestedOf(type, data);
  if (nested === undefined) return data as EventData<T>;
  const inside = upcast(nested.type, nested.version, nested.data);
  return { ...(data as object), correctedVersion: latestVersionOf(nested.type), data: inside } as EventData<T>;
};
