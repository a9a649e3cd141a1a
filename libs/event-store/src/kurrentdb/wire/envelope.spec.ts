import * as fc from 'fast-check';
import type { NewEvent } from '../../event-store';
import { bytesOf, encodeEvent, openEnvelope, textOf } from './envelope';

const event = (given: Partial<NewEvent>): NewEvent => ({ id: '00000000-0000-4000-8000-000000000000', type: 'T', data: '{}', metadata: '{}', contentHash: 'h', ...given });
const json = fc.json({ stringUnit: 'grapheme' });
const spaced = fc.tuple(json, fc.constantFrom('', ' ', '\n\t')).map(([text, space]) => `${space}${text}${space}`);

describe('an event on the wire', () => {
  it('keeps data, metadata and content hash character for character, whatever JSON they are and however it is spaced', () =>
    fc.assert(fc.property(spaced, spaced, fc.string({ unit: 'grapheme' }), (data, metadata, contentHash) => {
      const encoded = encodeEvent(event({ data, metadata, contentHash }));
      expect(textOf(encoded.data)).toBe(data);
      expect(openEnvelope(encoded.metadata, 's', 'T')).toEqual({ metadata, contentHash });
    })));

  it.each(['{"b":1,"a":2}', '{"2":1,"1":2}', '{ "a": 1 }', '{"a":1,"a":2}', '1.0', '"\\u0041"', '[1e3]', '{"__proto__":1}', '', 'no JSON'])('keeps metadata as they are: %s', (metadata) =>
    expect(openEnvelope(encodeEvent(event({ metadata })).metadata, 's', 'T').metadata).toBe(metadata));

  it('shows metadata as JSON where they can be', () =>
    expect(textOf(encodeEvent(event({ metadata: '{"recordedAt":"2020-10-26"}' })).metadata)).toBe('{"netral":1,"hash":"h","metadata":{"recordedAt":"2020-10-26"}}'));

  it('counts the bytes that the server counts', () => {
    const encoded = encodeEvent(event({ data: '"é"', type: 'Ab' }));
    expect(bytesOf(encoded)).toBe(4 + encoded.metadata.length + 4);
  });
});
