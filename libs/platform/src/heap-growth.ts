import { setFlagsFromString } from 'node:v8';

/** V8's own way: up to four times what was alive after a collection. */
const AS_V8_LIKES = 0;

const growBy = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`);

/**
 * Work during which the heap grows by no more than so many percent of what is alive before it is collected, from the next collection on:
 * less memory for more work of the collector, in the whole process; afterwards as usual.
 */
export const inSmallHeap = async <T>(percent: number, work: () => Promise<T>): Promise<T> => {
  growBy(percent);
  try {
    return await work();
  } finally {
    growBy(AS_V8_LIKES);
  }
};
