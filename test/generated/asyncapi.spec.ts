import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { asyncApi } from '@netral/application/intake-from-topics/asyncapi.reference';
import { catalogue, ceType, eventTypes, exampleMessage } from '@netral/contracts';

const root = join(__dirname, '..', '..');
const file = join(root, 'docs/reference/asyncapi.json');
const text = `${JSON.stringify(asyncApi(), null, 2)}\n`;
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Document {
  readonly channels: Readonly<Record<string, { readonly address: string; readonly messages: Readonly<Record<string, unknown>> }>>;
  readonly components: { readonly messages: Readonly<Record<string, { readonly name: string; readonly payload: object }>> };
}
const document = JSON.parse(text) as Document;

beforeAll(() => {
  if (process.env['NETRAL_TEST_WRITE'] === '1') writeFileSync(file, text);
});

describe('the description of the topics', () => {
  it('is what the contracts say (else: npm run generate)', () => expect(readFileSync(file, 'utf8')).toBe(text));

  const asyncApiSchema = () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    return ajv.compile(json('node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json') as object);
  };

  it('is AsyncAPI 3.0, by its own schema', () => {
    const validate = asyncApiSchema();
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['a channel without a message that is there', (broken: Record<string, Record<string, Record<string, unknown>>>) => { broken['channels']!['kasn']!['messages'] = 'none'; }],
    ['an operation that neither sends nor receives', (broken: Record<string, Record<string, Record<string, unknown>>>) => { broken['operations']!['take-kasn']!['action'] = 'publish'; }],
  ])('would not be with %s', (_what, damage) => {
    const broken = JSON.parse(text) as never;
    damage(broken);
    expect(asyncApiSchema()(broken)).toBe(false);
  });

  const resolved = (ref: string): unknown => ref.slice(2).split('/').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  it('refers only to what is there', () => {
    const refs = [...text.matchAll(/"\$ref": "(#\/[^"]+)"/g)].map(([, ref]) => ref!);
    expect(refs.length).toBeGreaterThan(60);
    expect(refs.filter((ref) => resolved(ref) === undefined)).toEqual([]);
  });

  it('names the topics that an operator makes, and whose accounts may write them', () => {
    const addresses = Object.values(document.channels).map(({ address }) => address).toSorted();
    const { topics } = json('infra/kafka/topics.json') as { topics: readonly { topic: string }[] };
    expect(topics.map(({ topic }) => topic).toSorted()).toEqual(addresses);
    const grants = (json('infra/kafka/acls.json') as readonly { user: string; publishes?: string }[]).filter(({ publishes }) => publishes !== undefined);
    expect(grants.map(({ user, publishes }) => [user, publishes]).toSorted()).toEqual(
      Object.entries(document.channels).filter(([name]) => !['receipts', 'deadLetters'].includes(name)).map(([name, { address }]) => [name, address]).toSorted());
  });

  it('holds every event that an agency may state, and its payload is what the contract takes', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    for (const type of eventTypes.filter((each) => catalogue[each].role !== 'intake')) {
      const found = Object.values(document.components.messages).find(({ name }) => name === ceType(type));
      expect(found).toBeDefined();
      const validate = ajv.compile(found!.payload);
      for (const { version } of catalogue[type].versions) {
        validate(exampleMessage(type, version));
        expect([type, version, validate.errors ?? []]).toEqual([type, version, []]);
      }
      expect(validate({ ...exampleMessage(type), subject: undefined, data: {} })).toBe(false);
    }
  });
});
