import { inSmallHeap } from './heap-growth';

describe('work in a small heap', () => {
  it('gives its result', () => expect(inSmallHeap(30, async () => 'done')).resolves.toBe('done'));

  it('gives its error', () => expect(inSmallHeap(30, async () => Promise.reject(new Error('full')))).rejects.toThrow('full'));
});
