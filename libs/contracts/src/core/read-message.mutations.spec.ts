import { catalogue } from '../catalogue';
import { exampleMessage } from '../examples';
import { allVersions } from '../testing/arbitrary-data';
import { changed, placesOf, type Place } from '../testing/places';
import { readMessage } from './read-message';
import { MARK } from './shapes';

const sendable = allVersions.filter(([type]) => catalogue[type].role !== 'intake');
const places = sendable.flatMap(([type, version]) => {
  const message = exampleMessage(type, version);
  return placesOf(type, version, message.data).map((place) => ({ name: `${type} v${version} ${place.pointer}`, message, place }));
});
const kindOf = ({ schema }: Place) => schema['type'] as string | undefined;
const judged = (message: object, pointer: string, value: unknown) => {
  const result = readMessage(changed(message, pointer, value));
  return result.ok ? 'accepted' : result.reason;
};
/** Where the correction's own schema sees a difference before the corrected contract is asked. */
const decides = ({ pointer }: Place) => /^\/data\/(correctedType|correctedVersion|retractedType)$/.test(pointer);

describe('a valid message that is changed in one place', () => {
  it('is refused for a field that is missing', () => {
    for (const { name, message, place } of places.filter(({ place: { required } }) => required)) {
      const reason = { code: 'missing-field', pointer: place.pointer };
      expect([name, judged(message, place.pointer, undefined)]).toEqual([name, expect.objectContaining(reason)]);
    }
  });

  it('is refused for a field that no contract knows, wherever it stands', () => {
    const objects = places.filter(({ place: { schema } }) => schema['additionalProperties'] === false);
    expect(objects.length).toBeGreaterThan(60);
    for (const { name, message, place } of objects) {
      const pointer = `${place.pointer}/keterangan`;
      const reason = { code: 'unknown-field', pointer, found: 'field keterangan' };
      expect([name, judged(message, pointer, 'x')]).toEqual([name, expect.objectContaining(reason)]);
    }
  });

  it('is refused for a value of another kind, at its place', () => {
    for (const { name, message, place } of places) {
      for (const value of [true, 0.5, {}, []].filter((other) => !fits(place, other))) {
        const code = place.schema[MARK] === 'nip' ? 'impossible-nip' : 'wrong-type';
        expect([name, judged(message, place.pointer, value)]).toEqual([name, expect.objectContaining({ code, pointer: place.pointer })]);
      }
    }
  });

  it('is refused for a day that does not exist', () => {
    const isDayAt = ({ schema, value }: Place) => typeof value === 'string' && JSON.stringify(schema).includes('"format":"date"');
    const days = places.filter(({ place }) => isDayAt(place));
    expect(days.length).toBeGreaterThan(50);
    for (const { name, message, place } of days) {
      for (const value of ['2020-02-30', '2021-02-29', '2020-13-01', '20200101', '2020-1-1', '2020-01-01T00:00:00Z', '']) {
        const reason = { code: 'wrong-date', pointer: place.pointer, found: value };
        expect([name, judged(message, place.pointer, value)]).toEqual([name, expect.objectContaining(reason)]);
      }
    }
  });

  it('is refused for a text outside its form or list', () => {
    for (const { name, message, place } of places.filter((each) => kindOf(each.place) === 'string' && !decides(each.place))) {
      const { schema, pointer } = place;
      if (schema['enum'] === undefined && schema['pattern'] === undefined) continue;
      const codes = schema[MARK] === 'nip' ? ['impossible-nip'] : ['wrong-value', 'wrong-format'];
      const reason = judged(message, pointer, 'a\u0007b');
      expect([name, reason]).toEqual([name, expect.objectContaining({ pointer })]);
      expect(codes).toContain((reason as { code: string }).code);
    }
  });

  it('is refused for a list or text that is too long or empty', () => {
    for (const { name, message, place } of places) {
      const { schema, pointer, value } = place;
      const [list, text] = [schema['maxItems'] as number | undefined, schema['maxLength'] as number | undefined];
      if (list !== undefined) {
        const many = Array.from({ length: list + 1 }, () => (value as unknown[])[0] ?? 'x');
        const reason = { code: 'too-many', pointer, found: `list of ${list + 1}` };
        expect([name, judged(message, pointer, many)]).toEqual([name, expect.objectContaining(reason)]);
        if (schema['minItems'] === 1) expect(judged(message, pointer, [])).toMatchObject({ code: 'too-few', pointer });
      }
      if (text !== undefined) {
        const reason = { code: 'too-long', pointer };
        expect([name, judged(message, pointer, 'x'.repeat(text + 1))]).toEqual([name, expect.objectContaining(reason)]);
      }
      if (schema['minLength'] === 1) expect(judged(message, pointer, '')).toMatchObject({ code: 'too-short', pointer });
    }
  });
});

/** Whether a value of some kind could stand at a place, so that it proves nothing there. */
function fits({ schema }: Place, value: unknown): boolean {
  const branches = (schema['anyOf'] ?? [schema]) as { type: string }[];
  const kinds = branches.map(({ type }) => type);
  const kind = Array.isArray(value) ? 'array' : typeof value;
  return kinds.includes(kind) || (kind === 'number' && kinds.includes('number'));
}
