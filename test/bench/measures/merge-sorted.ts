export interface Keyed {
  readonly key: string;
  readonly line: string;
}
interface Source {
  readonly rank: number;
  readonly rest: AsyncIterator<Keyed>;
  head: Keyed;
}

const isBefore = (one: Source, other: Source): boolean =>
  one.head.key < other.head.key || (one.head.key === other.head.key && one.rank < other.rank);

/** Lines of sources that are each in the order of their keys, merged; of equal keys the earlier source's first. */
export async function* mergeSorted(sources: readonly AsyncIterable<Keyed>[]): AsyncGenerator<string> {
  const heap: Source[] = [];
  for (const [rank, source] of sources.entries()) {
    const rest = source[Symbol.asyncIterator]();
    const first = await rest.next();
    if (first.done !== true) heap.push({ rank, rest, head: first.value });
  }
  for (let place = heap.length >> 1; place >= 0; place -= 1) sink(heap, place);
  while (heap.length > 0) {
    const least = heap[0]!;
    yield least.head.line;
    const next = await least.rest.next();
    if (next.done !== true) least.head = next.value;
    else {
      const last = heap.pop()!;
      if (last === least) continue;
      heap[0] = last;
    }
    sink(heap, 0);
  }
}

/** Lets the source at a place go down the heap to where both below it come later. */
const sink = (heap: Source[], from: number): void => {
  for (let place = from; ; ) {
    const left = 2 * place + 1;
    if (left >= heap.length) return;
    const least = left + 1 < heap.length && isBefore(heap[left + 1]!, heap[left]!) ? left + 1 : left;
    if (!isBefore(heap[least]!, heap[place]!)) return;
    [heap[place], heap[least]] = [heap[least]!, heap[place]!];
    place = least;
  }
};
