import fc from 'fast-check';
import { isOversized, ndjsonLines, oversized, type NdjsonLine } from './ndjson';

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.byteLength + 1)), bytes.byteLength])].sort((a, b) => a - b);
  for (const [index, from] of places.slice(0, -1).entries()) yield bytes.subarray(from, places[index + 1]);
}
const read = async (text: string | Uint8Array, options: { cuts?: readonly number[]; lineBytesMax?: number } = {}): Promise<NdjsonLine[]> => {
  const lines: NdjsonLine[] = [];
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for await (const some of ndjsonLines(inPieces(bytes, options.cuts ?? []), { lineBytesMax: options.lineBytesMax ?? 100 })) lines.push(...some);
  return lines;
};
const textOf = ({ content }: NdjsonLine): string => (isOversized(content) ? `${content.bytes} bytes` : Buffer.from(content).toString());

describe('NDJSON', () => {
  it('is the same lines however the input is cut', () =>
    fc.assert(fc.asyncProperty(
      fc.array(fc.constantFrom('{"a":1}', '', 'é€😀', ' ', 'x'.repeat(99), 'y'.repeat(100), 'z'.repeat(101), 'w'.repeat(400)), { maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.array(fc.nat(5000)),
      async (parts, end, endsWithLine, cuts) => {
        const text = parts.join(end) + (endsWithLine ? end : '');
        const [whole, cut] = [await read(text), await read(text, { cuts })];
        expect(cut.map((line) => ({ ...line, content: textOf(line) }))).toEqual(whole.map((line) => ({ ...line, content: textOf(line) })));
        expect(whole.map(textOf)).toEqual(parts.filter((part) => part.trim() !== '').map((part) => (part.length > 100 ? `${part.length} bytes` : part)));
      })));

  it('tells where a line begins and which it is, blank ones counted', async () =>
    expect(await read('{}\n\n[1]\n')).toMatchObject([{ number: 1, offset: 0, byteLength: 2, ended: true }, { number: 3, offset: 4, byteLength: 3 }]));

  it('marks a last line that no newline ends', async () => expect(await read('{}\n{"a"')).toMatchObject([{ ended: true }, { ended: false }]));

  it('keeps of a line past the bound only its length and hash', async () => {
    const [line] = await read(`${'w'.repeat(400)}\r\n`, { cuts: [50, 130, 300] });
    expect(line?.content).toEqual(oversized(Buffer.from('w'.repeat(400))));
    const [unended] = await read('w'.repeat(400), { cuts: [50, 130, 300] });
    expect(unended?.content).toEqual(oversized(Buffer.from('w'.repeat(400))));
  });

  it('reads a gigabyte that has no line end in the memory of a few chunks', async () => {
    const chunk = Buffer.alloc(1 << 20, 0x61);
    let held = 0;
    async function* endless() {
      for (let count = 0; count < 64; count += 1) {
        held = Math.max(held, process.memoryUsage().arrayBuffers);
        yield chunk;
      }
    }
    const before = process.memoryUsage().arrayBuffers;
    const lines: NdjsonLine[] = [];
    for await (const some of ndjsonLines(endless(), { lineBytesMax: 1 << 20 })) lines.push(...some);
    expect(lines.map(textOf)).toEqual([`${64 << 20} bytes`]);
    expect(held - before).toBeLessThan(16 << 20);
  });
});
