import { mergeChunks, mergeLogIndex, takesIn } from '../merge-chunks';
import { OutOfStepError, type Commit } from '../read-store';
import type { LogIndexChunk, RowChunk } from '../row-chunk';
import { documentKey, type DocumentRow, type ModelState, type Part, type PartRef } from './layout';
import { logIndexIn, logIndexPart, rowParts, rowsIn, type NewPart } from './parts';

export const lengthOf = (parts: readonly PartRef[]): number => parts.at(-1)?.end ?? 0;
export const partsOfTable = ({ tables }: ModelState, table: string): readonly PartRef[] => tables.find(({ name }) => name === table)?.parts ?? [];
export const projectionOf = ({ projections }: ModelState, projection: string): ModelState['projections'][number] | undefined => projections.find(({ name }) => name === projection);

/** Parts that stay, parts that what is added is merged with, and how. */
interface Growth {
  readonly kept: readonly PartRef[];
  readonly taken: readonly PartRef[];
  readonly made: (taken: readonly Part[]) => readonly NewPart[];
}

/** A commit worked out against a state; nothing is read or written yet. */
export interface Plan {
  /** Parts to be read first. */
  readonly taken: readonly PartRef[];
  readonly documents: readonly DocumentRow[];
  /** What is to be inserted, and the state that then holds. */
  readonly outcome: (taken: readonly Part[]) => { readonly parts: readonly Part[]; readonly state: ModelState };
}

/** @throws OutOfStepError when the rows or ordinals are not the next ones */
export const planOf = (state: ModelState, { fingerprint, logIndex, projections }: Commit): Plan => {
  const added = chunksByTable(projections.flatMap(({ chunks }) => chunks));
  const tables = [...added].map(([table, chunks]) => [table, tableGrowth(partsOfTable(state, table), table, chunks)] as const);
  const log = logIndex === undefined || logIndex.positions.length === 0 ? undefined : logGrowth(state.log, logIndex);
  return {
    taken: [...tables.flatMap(([, { taken }]) => taken), ...(log?.taken ?? [])],
    documents: projections.flatMap(({ projection, documents }) =>
      documents.map(({ id, number, position, body }) => ({ _id: documentKey(projection, id), p: projection, n: number, at: position, body }))),
    outcome: (found) => {
      let at = 0;
      const grown = ({ kept, taken, made }: Growth) => {
        const parts = made(found.slice(at, (at += taken.length)));
        return { parts: parts.map(({ part }) => part), refs: [...kept, ...parts.map(({ ref }) => ref)] };
      };
      const grownTables = new Map(tables.map(([table, growth]) => [table, grown(growth)]));
      const grownLog = log === undefined ? undefined : grown(log);
      return {
        parts: [...[...grownTables.values()].flatMap(({ parts }) => parts), ...(grownLog?.parts ?? [])],
        state: {
          fingerprint: fingerprint ?? state.fingerprint,
          log: grownLog?.refs ?? state.log,
          tables: merged(state.tables, [...grownTables].map(([name, { refs }]) => ({ name, parts: refs }))),
          projections: merged(state.projections, projections.map(({ projection: name, checkpoint, documents }) => ({
            name, checkpoint, documents: documents.reduce((count, { number }) => Math.max(count, number + 1), projectionOf(state, name)?.documents ?? 0),
          }))),
        },
      };
    },
  };
};

const chunksByTable = (chunks: readonly { readonly table: string; readonly chunk: RowChunk }[]): ReadonlyMap<string, RowChunk[]> => {
  const byTable = new Map<string, RowChunk[]>();
  for (const { table, chunk } of chunks) if (chunk.length > 0) byTable.set(table, [...(byTable.get(table) ?? []), chunk]);
  return byTable;
};

const tableGrowth = (parts: readonly PartRef[], table: string, chunks: readonly RowChunk[]): Growth => {
  let end = lengthOf(parts);
  for (const { firstRow, length } of chunks) {
    if (firstRow !== end) throw new OutOfStepError(table, firstRow, end);
    end += length;
  }
  const added = mergeChunks(chunks);
  const { kept, taken } = divided(parts, added.length);
  return { kept, taken, made: (found) => rowParts(mergeChunks([...found.map(rowsIn), added])) };
};

const logGrowth = (parts: readonly PartRef[], added: LogIndexChunk): Growth => {
  if (added.firstOrdinal !== lengthOf(parts)) throw new OutOfStepError('log index', added.firstOrdinal, lengthOf(parts));
  const { kept, taken } = divided(parts, added.positions.length);
  return { kept, taken, made: (found) => [logIndexPart([...found.map((part, index) => logIndexIn(part, taken[index]!)), added].reduce(mergeLogIndex))] };
};

/** As in a binary counter: the last parts are taken in while they are no longer than what is added to them. */
const divided = (parts: readonly PartRef[], addedLength: number): { readonly kept: readonly PartRef[]; readonly taken: readonly PartRef[] } => {
  let [from, length] = [parts.length, addedLength];
  for (; from > 0; from -= 1) {
    const before = { length: parts[from - 1]!.end - (parts[from - 2]?.end ?? 0) };
    if (!takesIn(before, { length })) break;
    length += before.length;
  }
  return { kept: parts.slice(0, from), taken: parts.slice(from) };
};

const merged = <T extends { readonly name: string }>(before: readonly T[], changed: readonly T[]): readonly T[] => {
  const byName = new Map([...before, ...changed].map((each) => [each.name, each]));
  return [...byName.values()];
};

/** Every part that a state names. */
export const namedIn = ({ log, tables }: ModelState): ReadonlySet<string> => new Set([...log, ...tables.flatMap(({ parts }) => parts)].map(({ id }) => id.toHexString()));
