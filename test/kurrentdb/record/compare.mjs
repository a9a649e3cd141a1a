import { readFileSync } from 'node:fs';

const isObject = (x) => x !== null && typeof x === 'object';

/** Where two facts differ, as [path, a, b]; what stands under a key that ends in _info is no fact. */
export function differences(a, b, path = []) {
  if (path.length > 0 && String(path.at(-1)).endsWith('_info')) return [];
  if (!isObject(a) || !isObject(b)) return a === b ? [] : [[path.join('.'), a, b]];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => differences(a[key], b[key], [...path, key]));
}

/** Prints how two recordings differ; the number of differences. */
export function compare([left, right]) {
  const [a, b] = [left, right].map((file) => JSON.parse(readFileSync(file, 'utf8')).scenarios);
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const found = names.map((name) => differences(a[name]?.facts, b[name]?.facts, [name]));
  for (const [path, x, y] of found.flat()) console.log(`DIFF ${path}\n   A ${JSON.stringify(x)}\n   B ${JSON.stringify(y)}`);
  const differ = found.filter((list) => list.length > 0).length;
  console.log(`${names.length - differ} scenarios agree, ${differ} differ, ${found.flat().length} differences`);
  return found.flat().length;
}
