import fc from 'fast-check';
import { readText } from './read-text';
import { scanJson } from './scan-json';

const read = (text: string, depthMax = 32) => readText(text, () => Buffer.from(text), depthMax);

/** What a walk over every byte says of the text: nothing may be read otherwise than that. */
const walked = (text: string, depthMax: number): ReturnType<typeof read> => {
  const scanned = scanJson(Buffer.from(text), depthMax);
  if (!scanned.ok) return { ok: false, problem: scanned.problem };
  const json = JSON.parse(text) as unknown;
  return scanned.scan.duplicate === undefined ? { ok: true, json } : { ok: false, problem: scanned.scan.duplicate, json };
};

describe('text read as JSON', () => {
  const key = fc.constantFrom('"a"', '"b"', '"\\u0061"', '"1"', '"x:y"', '"__proto__"');
  const scalar = fc.constantFrom('1', '1.0', '1e400', '-0', 'null', '"a"', '":"', '"\\""', '"\\ud800"', '""');
  const space = fc.constantFrom('', '', ' ', '\n');
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, scalar,
      fc.tuple(space, fc.array(fc.tuple(key, space, tie('value')), { maxLength: 4 })).map(([gap, fields]) => `{${fields.map(([name, after, inner]) => `${gap}${name}${after}:${inner}`).join()}${gap}}`),
      fc.tuple(space, fc.array(tie('value'), { maxLength: 3 })).map(([gap, items]) => `[${items.join(`,${gap}`)}]`)),
  }));

  it('is read, or refused with the same words and byte, as by a walk over every byte', () =>
    fc.assert(fc.property(value, fc.integer({ min: 1, max: 6 }), (text, depthMax) => {
      expect(read(text, depthMax)).toEqual(walked(text, depthMax));
    }), { numRuns: 3000 }));

  it('is refused where it breaks off, wherever that is', () => {
    const whole = '{"a": {"b": ["c", 1.5e3, null]}, "d": "é\\n"}';
    for (let length = 0; length < whole.length; length += 1) expect(read(whole.slice(0, length))).toEqual(walked(whole.slice(0, length), 32));
  });

  it('is not overrun by a text that nests without end', () => {
    expect(read('['.repeat(60_000))).toMatchObject({ ok: false, problem: { code: 'too-deep' } });
    expect(read(`${'['.repeat(60_000)}${']'.repeat(60_000)}`)).toMatchObject({ ok: false, problem: { code: 'too-deep' } });
  });
});
