/** Edits between two words: letters added, left out or changed. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
};

/** The known name nearest to one that is not known, if any is near enough to be what was meant. */
export const closest = (found: string, known: readonly string[]): string | undefined => {
  const [best] = known.map((name) => ({ name, edits: distance(found, name) })).sort((a, b) => a.edits - b.edits);
  if (best !== undefined && best.edits <= Math.max(1, Math.floor(found.length / 3))) return best.name;
  return known.find((name) => found.length >= 3 && name.startsWith(found));
};
