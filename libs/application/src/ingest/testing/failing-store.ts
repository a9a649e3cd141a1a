import { OutcomeUnknownError, StoreUnavailableError, type Appended, type EventStore, type StreamAppend } from '@netral/event-store';

/** What goes wrong with one call of `appendMany`. */
export type Mishap = 'none' | 'refused' | 'unknown-written' | 'unknown-lost' | 'thrown-written' | 'thrown-lost' | 'half';

/** A log that fails as told, call by call: before it wrote, after it wrote, after half of it, with or without saying so. */
export const failingStore = (store: EventStore, next: () => Mishap): EventStore => {
  const unknown = (appends: readonly StreamAppend[]) => appends.map(({ stream }) => ({ status: 'rejected' as const, reason: new OutcomeUnknownError(stream) }));
  const appendMany = async (appends: readonly StreamAppend[]): Promise<readonly PromiseSettledResult<Appended>[]> => {
    const mishap = next();
    switch (mishap) {
      case 'none':
        return store.appendMany(appends);
      case 'refused':
        return appends.map(() => ({ status: 'rejected' as const, reason: new StoreUnavailableError('disk-full', 'the disk is full') }));
      case 'half': {
        const half = appends.slice(0, Math.ceil(appends.length / 2));
        await store.appendMany(half);
        return unknown(appends);
      }
      case 'unknown-written':
      case 'thrown-written':
        await store.appendMany(appends);
    }
    if (mishap.startsWith('thrown')) throw new Error('the connection broke');
    return unknown(appends);
  };
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'appendMany') return appendMany;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
};
