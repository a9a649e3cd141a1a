import { shapeOfSchema } from './schema-shape';

describe('the shape of a schema', () => {
  it('leaves out words, but not a field that is called like them', () => {
    expect(shapeOfSchema({
      type: 'object', title: 'x', description: 'y',
      properties: { title: { type: 'string', description: 'z' }, properties: { type: 'string', title: 'q' } },
    })).toEqual({ type: 'object', properties: { title: { type: 'string' }, properties: { type: 'string' } } });
  });

  it('keeps the order of lists, which means something, and sorts keys, whose order means nothing', () => {
    expect(JSON.stringify(shapeOfSchema({ required: ['b', 'a'], anyOf: [{ type: 'null' }, { const: 'all' }] })))
      .toBe('{"anyOf":[{"type":"null"},{"const":"all"}],"required":["b","a"]}');
  });
});
