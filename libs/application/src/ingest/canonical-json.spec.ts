import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalText } from './canonical-json';

describe('the canonical text of a JSON value', () => {
  it('is that of RFC 8785 as another implementation writes it, for any value', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const parsed = JSON.parse(JSON.stringify(value)) as unknown;
      expect(canonicalText(parsed)).toBe(canonicalize(parsed));
    }), { numRuns: 300 });
  });

  it('sorts many keys, numbers among them and quotes in them, by their code units', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.oneof(fc.string({ unit: 'binary' }), fc.nat().map(String)), { maxLength: 40 }), (keys) => {
      const value = JSON.parse(`{${keys.map((key, index) => `${JSON.stringify(key)}:${index}`).join()}}`) as unknown;
      expect(canonicalText(value)).toBe(canonicalize(value));
    }), { numRuns: 300 });
  });

  it('is the same for the same value however it was written', () => {
    expect(canonicalText(JSON.parse('{ "b": [1.0, "\\u0041"], "a": {"d": 1e2, "c": null} }'))).toBe('{"a":{"c":null,"d":100},"b":[1,"A"]}');
  });
});
