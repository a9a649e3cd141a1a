import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { catalogue, eventTypes, exampleMessage } from '@netral/contracts';
import { eventsPage, exportSchemas, reasonsPage } from '@netral/contracts/reference';

const docs = join(__dirname, '..', '..', 'docs', 'reference');
const asText = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;
const generated: ReadonlyMap<string, string> = new Map([
  ['events.md', eventsPage()],
  ['message-reasons.md', reasonsPage()],
  ...[...exportSchemas()].map(([path, schema]) => [`schemas/${path}`, asText(schema)] as const),
]);
const schemasThere = (): readonly string[] =>
  readdirSync(join(docs, 'schemas'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => `schemas/${path.replaceAll('\\', '/')}`);

beforeAll(() => {
  if (process.env['NETRAL_TEST_WRITE'] !== '1') return;
  for (const [path, text] of generated) {
    mkdirSync(dirname(join(docs, path)), { recursive: true });
    writeFileSync(join(docs, path), text);
  }
  for (const path of schemasThere().filter((there) => !generated.has(there))) rmSync(join(docs, path));
});

describe('the reference of the contracts', () => {
  it.each([...generated.keys()])('is what the contracts say (else: npm run generate): %s', (path) => {
    expect(readFileSync(join(docs, path), 'utf8')).toBe(generated.get(path));
  });

  it('has no schema that no contract has', () => {
    expect(schemasThere().toSorted()).toEqual([...generated.keys()].filter((path) => path.startsWith('schemas/')).toSorted());
  });

  it('has a meaning for every field', () => {
    expect(eventsPage().split('\n').filter((line) => line.startsWith('| `') && line.endsWith('|  |'))).toEqual([]);
  });
});

describe('an exported schema', () => {
  const versions = eventTypes.flatMap((type) => catalogue[type].versions.map(({ version }) => [type, version] as const));

  it.each(versions)('is read by a validator that knows nothing of Netral: %s version %d', (type, version) => {
    const ajv = new Ajv({ allErrors: true });
    ajv.addVocabulary(['x-netral']);
    addFormats(ajv);
    const message = exampleMessage(type, version);
    const schema = [...exportSchemas().values()].find((each) => (each as { $id: string }).$id === message.dataschema);
    const validate = ajv.compile(schema as object);
    expect(validate(message.data)).toBe(true);
    expect(validate({ ...message.data, unknownField: 1 })).toBe(false);
  });
});
