import type { EventStore } from '@netral/event-store';
import type { Telemetry } from '@netral/platform';

/** The same log, whose durable writes are timed. */
export const measuredEventStore = (store: EventStore, telemetry: Telemetry): EventStore => {
  const timed = async <T>(appends: number, write: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await write();
    telemetry.appended(appends, (performance.now() - began) / 1000);
    return result;
  };
  const measured: Partial<EventStore> = {
    append: (...args) => timed(1, () => store.append(...args)),
    appendMany: (appends) => timed(appends.length, () => store.appendMany(appends)),
  };
  return new Proxy(store, {
    get: (target, name) => {
      const found = (Reflect.get(measured, name) ?? Reflect.get(target, name)) as unknown;
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
};
