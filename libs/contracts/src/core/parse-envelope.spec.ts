import { exampleMessage } from '../examples';
import { changed } from '../testing/places';
import { identityOf, parseEnvelope, partsOfSource } from './parse-envelope';

const message = exampleMessage('SanctionImposed');
const reasonFor = (json: unknown) => {
  const result = parseEnvelope(json);
  return result.ok ? 'accepted' : result.reason;
};

describe('an envelope', () => {
  it('is read as CloudEvents 1.0', () => {
    expect(parseEnvelope(message)).toEqual({ ok: true, value: message });
  });

  it.each(['specversion', 'id', 'source', 'type', 'dataschema', 'subject', 'time', 'data'])('is refused without %s', (name) => {
    expect(reasonFor(changed(message, `/${name}`, undefined))).toMatchObject({ code: 'missing-field', pointer: `/${name}` });
    expect(reasonFor(changed(message, `/${name}`, null))).toMatchObject({ code: 'wrong-type', pointer: `/${name}`, found: 'null' });
  });

  it.each([
    ['/specversion', '0.3', 'wrong-value'], ['/specversion', '1.0.2', 'wrong-value'], ['/specversion', 1, 'wrong-type'],
    ['/id', '', 'too-short'], ['/id', 'x'.repeat(201), 'too-long'], ['/id', 'a\nb', 'wrong-format'],
    ['/id', 'a\u0000', 'wrong-format'], ['/id', 7, 'wrong-type'],
    ['/source', 'kasn', 'wrong-format'], ['/source', 'urn:netral:KASN', 'wrong-format'], ['/source', 'urn:netral:kasn:a:b', 'wrong-format'],
    ['/source', 'urn:netral:', 'wrong-format'], ['/subject', '\u202eabc', 'wrong-format'], ['/subject', 'x'.repeat(201), 'too-long'],
    ['/time', '2020-10-26', 'wrong-time'], ['/time', '2020-02-30T10:00:00Z', 'wrong-time'], ['/time', '2020-10-26T10:00:00', 'wrong-time'],
    ['/datacontenttype', 'text/xml', 'wrong-value'], ['/datacontenttype', 3, 'wrong-value'],
    ['/data', [], 'wrong-type'], ['/data', 'x', 'wrong-type'],
    ['/data_base64', 'eA==', 'unknown-field'], ['/dataSchema', 'x', 'unknown-field'], ['/verylongextensionname', 'x', 'unknown-field'],
    ['/traceparent', {}, 'wrong-type'],
    ['/traceparent', null, 'wrong-type'], ['/traceparent', 1.5, 'wrong-type'], ['/traceparent', 'x'.repeat(201), 'too-long'],
  ])('is refused with %s %j: %s', (pointer, value, code) => {
    expect(reasonFor(changed(message, pointer, value))).toMatchObject({ code, pointer });
  });

  it.each([[null], [[]], ['text'], [7], [true], [undefined]])('cannot be %j', (json) => {
    expect(reasonFor(json)).toMatchObject({ code: 'not-an-object', pointer: '' });
  });

  it('may carry well-formed extensions, which are no part of the fact', () => {
    const traced = { ...message, traceparent: '00-ab-cd-01', partitionkey: 'x', sampled: true, sequence: 7 };
    expect(parseEnvelope(traced)).toEqual({ ok: true, value: message });
    expect(parseEnvelope({ ...message, datacontenttype: 'application/json; charset=utf-8' })).toEqual({ ok: true, value: message });
    const many = Object.fromEntries(Array.from({ length: 21 }, (_each, index) => [`ext${index}`, 'x']));
    expect(reasonFor({ ...message, ...many })).toMatchObject({ code: 'too-many' });
  });

  it('is refused when it is nested too deep, however deep', () => {
    const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect(reasonFor({ ...message, data: { a: nested(20) } })).toMatchObject({ code: 'too-deep' });
    expect(reasonFor({ ...message, data: { a: nested(1_000_000) } })).toMatchObject({ code: 'too-deep' });
    expect(reasonFor(nested(1_000_000))).toMatchObject({ code: 'not-an-object' });
  });

  it('is refused with half a character in any text or name', () => {
    expect(reasonFor({ ...message, data: { a: ['\ud800'] } })).toMatchObject({ code: 'broken-text' });
    expect(reasonFor({ ...message, id: 'a\udc00' })).toMatchObject({ code: 'broken-text' });
    expect(reasonFor({ ...message, data: { 'a\ud800b': 1 } })).toMatchObject({ code: 'broken-text' });
    expect(reasonFor({ ...message, id: 'surat-😀' })).toBe('accepted');
  });
});

describe('who sent a message', () => {
  it('is read from its source', () => {
    expect(partsOfSource('urn:netral:kasn')).toEqual({ agency: 'kasn' });
    expect(partsOfSource('urn:netral:ppk:74.07')).toEqual({ agency: 'ppk', office: '74.07' });
    expect(partsOfSource('urn:netral:ppk:')).toBeUndefined();
  });

  it('is told of a broken message too, as far as it may be repeated', () => {
    expect(identityOf({ source: 'urn:netral:kasn', id: 'm-1' })).toEqual({ source: 'urn:netral:kasn', id: 'm-1' });
    expect(identityOf({ source: 'elsewhere', id: '197001011990011001' })).toEqual({ source: null, id: null });
    expect(identityOf({ id: 'a\ud800' })).toEqual({ source: null, id: null });
    expect(identityOf('text')).toEqual({ source: null, id: null });
  });
});
