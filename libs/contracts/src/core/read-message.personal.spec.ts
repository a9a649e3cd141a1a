import { catalogue } from '../catalogue';
import { exampleMessage } from '../examples';
import { allVersions } from '../testing/arbitrary-data';
import { changed, placesOf } from '../testing/places';
import { readMessage } from './read-message';
import { MARK } from './shapes';

const NIP = '198503172010122017';
const FULL_WIDTH = '１９８５０３１７２０１０１２２０１７';
const WRITTEN = [NIP, '19850317 201012 2 017', '19850317.201012.2.017', `kode ${NIP}-a`, FULL_WIDTH, '1985-0317-2010-1220-17'];
const NAME = 'Orang Sintetis Rahasia';
const digits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
const mutable = allVersions.filter(([type]) => catalogue[type].role !== 'intake').flatMap(([type, version]) => {
  const message = exampleMessage(type, version);
  return placesOf(type, version, message.data).map((place) => ({ name: `${type} v${version} ${place.pointer}`, message, place }));
});
const isSealed = (mark: unknown): boolean => mark === 'free-text' || mark === 'person-name';

describe('a number of a person in the wrong place', () => {
  it('is refused wherever it would be stored, and no refusal repeats it', () => {
    for (const { name, message, place } of mutable.filter(({ place: { value } }) => typeof value === 'string')) {
      const mark: unknown = place.schema[MARK];
      for (const written of WRITTEN) {
        const result = readMessage(changed(message, place.pointer, written));
        if (isSealed(mark) || (mark === 'nip' && written === NIP)) continue;
        expect([name, result.ok]).toEqual([name, false]);
        expect([name, digits(JSON.stringify(result)).includes(NIP)]).toEqual([name, false]);
      }
    }
  });

  it('is called by its name where a text would otherwise be fine', () => {
    const message = exampleMessage('RecommendationIssued');
    for (const pointer of ['/data/letterNumber', '/data/copiesTo/1', '/data/persons/0/legalBasis', '/data/employer']) {
      for (const written of WRITTEN) {
        expect(readMessage(changed(message, pointer, written))).toMatchObject({ reason: { code: 'nip-outside-person', pointer } });
      }
    }
    for (const pointer of ['/id', '/subject']) {
      expect(readMessage(changed(message, pointer, `x-${NIP}`))).toMatchObject({ reason: { code: 'nip-outside-person', pointer } });
    }
    expect(readMessage(changed(message, '/source', `urn:netral:ppk:${NIP}`))).toMatchObject({ reason: { code: 'nip-outside-person' } });
  });

  it('as the name of a field, or beside the value of another kind, is not repeated either', () => {
    for (const { name, message, place } of mutable) {
      for (const value of [[NIP], { [NIP]: 1 }, { nip: [NIP], name: NAME }, [[NAME]]]) {
        const result = readMessage(changed(message, place.pointer, value));
        expect([name, result.ok]).toEqual([name, false]);
        expect(JSON.stringify(result)).not.toMatch(new RegExp(`${NIP}|${NAME}`));
      }
      if (place.schema['additionalProperties'] !== false) continue;
      for (const field of [NIP, NAME]) {
        const result = readMessage(changed(message, `${place.pointer}/${field}`, 1));
        expect(result).toMatchObject({ ok: false, reason: { code: 'unknown-field', pointer: place.pointer } });
        expect(JSON.stringify(result)).not.toMatch(new RegExp(`${NIP}|${NAME}`));
      }
    }
  });
});

describe('a name that slipped into another field', () => {
  it('is not repeated beside a person', () => {
    const message = exampleMessage('ViolationReported');
    const result = readMessage(changed(message, '/data/persons/0/positionGroup', NAME));
    expect(result)
      .toMatchObject({ reason: { code: 'wrong-value', pointer: '/data/persons/0/positionGroup', found: 'text of 22 characters' } });
  });

  it('does not hide what is merely a wrong code', () => {
    const result = readMessage(changed(exampleMessage('ViolationReported'), '/data/persons/0/positionGroup', 'eselon-2'));
    expect(result).toMatchObject({ reason: { found: 'eselon-2', expected: expect.stringContaining('jpt') } });
  });
});
