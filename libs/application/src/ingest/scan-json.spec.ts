import fc from 'fast-check';
import { decodeText } from './json-text';
import { scanJson } from './scan-json';

const scan = (text: string, depthMax = 32) => scanJson(Buffer.from(text), depthMax);
const offsetOf = (text: string): number | undefined => {
  const found = scan(text);
  return found.ok ? undefined : found.problem.offset;
};

describe('the look over JSON text', () => {
  it('accepts exactly what a parser accepts and can write back', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b\\n"', '"\\u00e9"', '1', '-0.5e+3', '01', 'true', 'nul', ' ', '"', '\\', '.', '-', '1e5');
    fc.assert(fc.property(fc.oneof(fc.json(), fc.array(piece, { maxLength: 12 }).map((all) => all.join(''))), (text) => {
      let parses = true;
      // A number past what a double holds parses as infinity, which could not be written back.
      const finite = (_: string, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? (parses = false) : value);
      try { JSON.parse(text, finite); } catch { parses = false; }
      expect(scan(text, 1000).ok).toBe(parses);
    }), { numRuns: 2000 });
  });

  it('finds each item of a list where it lies', () =>
    fc.assert(fc.property(fc.array(fc.jsonValue(), { maxLength: 6 }), fc.constantFrom('', ' ', '\n\t'), (values, space) => {
      const text = `${space}[${values.map((value) => `${space}${JSON.stringify(value)}${space}`).join(',')}]${space}`;
      const found = scan(text, 1000);
      if (!found.ok || found.scan.items === undefined) throw new Error('not read as a list');
      const bytes = Buffer.from(text);
      expect(found.scan.items.map(([from, until]) => JSON.parse(bytes.subarray(from, until).toString()) as unknown))
        .toEqual(values.map((value) => JSON.parse(JSON.stringify(value)) as unknown));
    })));

  it('says at which byte a text breaks', () => {
    expect(offsetOf('{"a":}')).toBe(5);
    expect(offsetOf('{"é":1,}')).toBe(8);
    expect(offsetOf('{"a":1')).toBe(6);
    expect(offsetOf('{"a":1}x')).toBe(7);
    expect(offsetOf('[1e400]')).toBe(1);
  });

  it('stops at the depth allowed, however deep the text goes on', () => {
    const deep = scan('['.repeat(5_000_000));
    expect(deep).toMatchObject({ ok: false, problem: { code: 'too-deep', offset: 32 } });
    expect(scan(`${'['.repeat(32)}${']'.repeat(32)}`).ok).toBe(true);
  });

  it('sees a key that stands twice, however it is written', () => {
    expect(scan('{"a":{"b":1},"c":{"b":2}}')).toEqual({ ok: true, scan: {} });
    expect(scan('{"a":1,"\\u0061":2}')).toMatchObject({ ok: true, scan: { duplicate: { code: 'duplicate-key', offset: 7 } } });
  });

  it('tells an empty text from a broken one', () => expect(scan(' \n')).toMatchObject({ ok: false, problem: { code: 'empty' } }));
});

describe('text of a message', () => {
  it('is read without its byte order mark', () => expect(decodeText('\ufeff{}')).toMatchObject({ ok: true, text: '{}', skipped: 3 }));

  it('has the offset of the first byte that is no UTF-8', () =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 70_000 }), fc.constantFrom('a', 'é', '€', '😀'), fc.constantFrom(0xff, 0x80, 0xc0), (count, letter, bad) => {
      const before = Buffer.from(letter.repeat(count));
      const read = decodeText(Buffer.concat([before, Buffer.from([bad]), Buffer.from('xyz')]));
      expect(read).toMatchObject({ ok: false, problem: { code: 'invalid-utf-8', offset: before.byteLength } });
    }), { numRuns: 60 }));

  it('is refused when its last character is cut', () => {
    const cut = Buffer.from('{"a":"€').subarray(0, -1);
    expect(decodeText(cut)).toMatchObject({ ok: false, problem: { code: 'invalid-utf-8' } });
  });
});
