import { routesOf } from '@netral/http/answer/method-not-allowed';
import { schemas } from '@netral/http/openapi/schemas';
import type { Express } from 'express';
import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision } from './answers.history';
import { keyFor, routesOfTest, subjectOf } from './answers.routes';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: object; readonly description?: string }[];
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: { $ref?: string } }>> }>>;
  readonly security?: readonly object[];
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: object };
}

describe('the description of the API', () => {
  let netral: TestNetral;
  let document: Description;
  let operations: readonly (readonly [name: string, operation: Operation])[];
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...facts);
    document = (await netral.get('/openapi.json')).body as Description;
    operations = Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const));
  });
  afterAll(() => netral.close());

  it('is OpenAPI 3.1 with names that are unique', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names every route of the server, and no other', () => {
    const routes = routesOf(netral.app.getHttpAdapter().getInstance() as Express)
      .map(({ path, methods }) => [path.replace(/:(\w+)/g, '{$1}'), Object.keys(methods)] as const)
      .flatMap(([path, methods]) => methods.map((method) => `${method.toUpperCase()} ${path}`));
    expect(operations.map(([name]) => name).sort()).toEqual(routes.sort());
  });

  it('refers only to what it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) expect(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)).toContain(reference);
    for (const name of Object.keys(schemas)) expect([name, JSON.stringify(document).includes(`/schemas/${name}"`)]).toEqual([name, true]);
  });

  it('declares the parameters that stand in a path, and says what every parameter means', () => {
    for (const [name, { parameters = [], summary, responses }] of operations) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      expect([name, parameters.filter((each) => each.in === 'path').map((each) => each.name)]).toEqual([name, inPath]);
      for (const parameter of parameters) expect([name, parameter.name, parameter.schema !== undefined, (parameter.description ?? '') !== '']).toEqual([name, parameter.name, true, true]);
      expect([name, (summary ?? '') !== '', Object.keys(responses).length > 0]).toEqual([name, true, true]);
    }
  });

  it('names the answers that come: their status, their media type and their schema', async () => {
    const misfitting: string[] = [];
    for (const each of routesOfTest(await subjectOf(netral))) {
      const { route, path, schema, public: open } = each;
      const operation = document.paths[route]!['get']!;
      for (const [query, key] of [['', keyFor(each)], ['?mood=good', keyFor(each)], ['', undefined], ['', 'operator']] as const) {
        const { status, headers } = await netral.get(path + query, key === undefined ? {} : { key });
        const described = operation.responses[String(status)]?.content?.[headers.get('content-type')!.split(';')[0]!];
        if (described === undefined) misfitting.push(`${path}${query} as ${key}: ${status} ${headers.get('content-type')}`);
        if (status === 200 && schema !== undefined && described?.schema?.$ref !== `#/components/schemas/${schema}`) misfitting.push(`${path}: ${schema}`);
      }
      expect([path, operation.security !== undefined]).toEqual([path, open !== true]);
    }
    expect(misfitting).toEqual([]);
  });

  it('names the parameters that are taken: each one described is known, whatever stands in it', async () => {
    for (const each of routesOfTest(await subjectOf(netral))) {
      const { route, path } = each;
      for (const { name, in: place } of document.paths[route]!['get']!.parameters ?? []) {
        if (place !== 'query') continue;
        const { status, body } = await netral.get(`${path}?${name}=`, { key: keyFor(each) });
        expect([path, status, (body as { errors: object[] }).errors]).toEqual([path, 400, [expect.objectContaining({ parameter: name, found: 'empty' })]]);
      }
    }
  });
});
