import { contractOf, upcast, type EventMetadata, type EventType } from '@netral/contracts';
import { NO_POSITION, type EventStore } from '@netral/event-store';
import type { CommandContext } from '../../command';
import { say } from '../../words';
import type { DoctorFinding } from './doctor-finding';

const TOLD_EVERY = 500;

/** Reads the whole log: whether this Netral knows every type and version in it. */
export const logTypes = async (store: EventStore, { progress, signal }: CommandContext): Promise<DoctorFinding> => {
  const head = Number(await store.head());
  const bar = progress(say('catatan', 'log'), head);
  let count = 0;
  const unknown = new Map<string, number>();
  try {
    for await (const { type, data, metadata, position } of store.readAll(NO_POSITION)) {
      if (signal.aborted) break;
      const { version } = JSON.parse(metadata) as Partial<EventMetadata>;
      if (!isKnown(type, version, data)) unknown.set(`${type} v${version ?? '?'}`, (unknown.get(`${type} v${version ?? '?'}`) ?? 0) + 1);
      if ((count += 1) % TOLD_EVERY === 0) bar.update(Number(position), head);
    }
  } finally {
    bar.stop();
  }
  const named = [...unknown].slice(0, 3).map(([name, times]) => `${name} (${times})`).join(', ');
  const found = unknown.size === 0 ? say(`ya, semua ${count} peristiwa`, `yes, all of ${count} events`) : say(`tidak: ${named}; ditulis oleh Netral yang lebih baru?`, `no: ${named}; written by a newer Netral?`);
  return { check: 'types-known', ok: unknown.size === 0, found };
};

const isKnown = (type: string, version: number | undefined, data: string): boolean => {
  if (contractOf(type) === undefined || version === undefined) return false;
  try {
    upcast(type as EventType, version, JSON.parse(data));
    return true;
  } catch {
    return false;
  }
};
