import type { Appended } from './event-store';
import { isRefusal } from './judge-append';

/** The result of one append of a batch: refusals become results, what is wrong with the store itself goes on up. */
export const settled = (append: () => Appended): PromiseSettledResult<Appended> => {
  try {
    return { status: 'fulfilled', value: append() };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { status: 'rejected', reason: error };
  }
};

/** The one result of a batch of one. */
export const only = <T>([result]: readonly PromiseSettledResult<T>[]): T => {
  if (result?.status === 'fulfilled') return result.value;
  throw result?.reason;
};
