const ANNOTATIONS = ['title', 'description'];

/**
 * A schema without its words: what it accepts and what is rewritten on arrival, its keys in order. A description may be
 * mended after the release, what is accepted may not.
 */
export const shapeOfSchema = (schema: unknown, inProperties = false): unknown => {
  if (Array.isArray(schema)) return schema.map((each) => shapeOfSchema(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema)
    .filter(([key]) => inProperties || !ANNOTATIONS.includes(key))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => [key, shapeOfSchema(value, key === 'properties' && !inProperties)]);
  return Object.fromEntries(entries);
};
