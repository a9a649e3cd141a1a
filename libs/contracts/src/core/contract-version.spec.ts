import { catalogue, eventTypes } from '../catalogue';
import { exampleMessage } from '../examples';
import { contractVersionOf } from './contract-version';
import { ceType, dataschemaOf, kebabOf, typeOfCe } from './names';

const judge = (type: string, dataschema: string) => {
  const result = contractVersionOf({ type, dataschema });
  return result.ok ? [result.value.type, result.value.version] : result.reason;
};
const type = 'id.netral.recommender.recommendation-issued';
const schema = 'https://netral.go.id/schemas/recommender/recommendation-issued';

describe('the names of events', () => {
  it('are the same there and back', () => {
    expect(eventTypes.map((event) => typeOfCe(ceType(event)))).toEqual(eventTypes);
    expect(new Set(eventTypes.map(kebabOf)).size).toBe(eventTypes.length);
    expect([ceType('RecommendationIssued'), ceType('FactCorrected')]).toEqual([type, 'id.netral.any.fact-corrected']);
    expect([dataschemaOf('RecommendationIssued', 1), dataschemaOf('RecommendationIssued')]).toEqual([`${schema}/1`, `${schema}/2`]);
  });
});

describe('the contract of a message', () => {
  it('is that of its type, at the version of its schema', () => {
    expect([judge(type, `${schema}/1`), judge(type, `${schema}/2`)]).toEqual([['RecommendationIssued', 1], ['RecommendationIssued', 2]]);
  });

  it.each([
    'id.netral.kasn.recommendation-issued', 'id.netral.recommender.RecommendationIssued', 'recommendation-issued',
    'id.netral.bkn.person-pardoned', 'constructor',
  ])(
    'is not found for the type %s', (unknown) => {
      expect(judge(unknown, `${schema}/2`)).toMatchObject({ code: 'unknown-type', pointer: '/type', found: unknown });
    });

  it('is refused at a version from the future, naming those there are', () => {
    expect(judge(type, `${schema}/3`))
      .toMatchObject({ code: 'unknown-version', pointer: '/dataschema', found: 'version 3', expected: 'version 1 or 2' });
    expect(judge(type, `${schema}/9999`)).toMatchObject({ code: 'unknown-version' });
  });

  const elsewhere = 'https://elsewhere.example/recommender/recommendation-issued/1';
  it.each([`${schema}/0`, `${schema}/01`, `${schema}/1.0`, `${schema}/`, schema, elsewhere])(
    'is refused for the schema %s', (dataschema) => {
      expect(judge(type, dataschema)).toMatchObject({ code: 'wrong-format', pointer: '/dataschema' });
    });

  it('is refused when type and schema name different events', () => {
    const other = dataschemaOf('RecommendationWithdrawn');
    expect(judge(type, other)).toMatchObject({ code: 'type-and-schema-differ', pointer: '/dataschema', found: other });
    expect(judge(type, 'https://netral.go.id/schemas/bkn/recommendation-issued/1')).toMatchObject({ code: 'type-and-schema-differ' });
  });

  it('is never one that Netral writes itself', () => {
    const reserved = eventTypes.filter((event) => catalogue[event].role === 'intake');
    expect(reserved).toEqual(['MessageSetAside']);
    for (const event of reserved) {
      expect(contractVersionOf(exampleMessage(event))).toMatchObject({ reason: { code: 'reserved-type', pointer: '/type' } });
    }
  });
});
