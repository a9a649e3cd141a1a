import { emptyRulebook, evolveRulebook, rulebookKnownAt, type Rulebook } from '@netral/domain';
import { ColumnTable, type Models } from '@netral/figures';
import { recommendations, RULES_DOCUMENT, rules, type Projection, type RulesDocument, type TableName } from '@netral/projections';
import type { Commit, ReadStore } from '@netral/read-store';
import { LogIndex } from './log-index';
import { storedTable } from './projection-fold';

/** Ids read from the store in one call. */
const IDS_AT_ONCE_MAX = 10_000;
/** Projections whose documents answers name by number. */
const NAMED: readonly string[] = [recommendations.name];
/** Rulebooks of earlier places in the log that are kept; one more throws all away. */
const RULEBOOKS_MAX = 100;

/** The content of one generation of a read store in memory: columns, log index, ids by number, the joint decision. */
export class Columns {
  readonly log = new LogIndex();
  /** Events that all of this holds; what is beyond is not yet complete. */
  length = 0;
  rulebook: Rulebook = emptyRulebook;
  private readonly stored = new Map<string, ColumnTable>();
  private readonly named = new Map<string, ColumnTable[]>();
  private readonly ids = new Map<string, string[]>();
  private readonly rulebooks = new Map<number, Rulebook>();

  constructor(readonly generation: string, projections: readonly Projection[]) {
    for (const { name, tables } of projections) {
      if (NAMED.includes(name)) this.ids.set(name, []);
      for (const [table, schema] of Object.entries(tables)) {
        const columns = new ColumnTable(schema);
        this.stored.set(storedTable(name, table), columns);
        this.named.set(table, [...(this.named.get(table) ?? []), columns]);
      }
    }
  }

  tables(name: TableName): readonly ColumnTable[] {
    return this.named.get(name) ?? [];
  }

  idOf(projection: string, number: number): string | undefined {
    return this.ids.get(projection)?.[number];
  }

  rulebookAt(ordinal: number): Rulebook {
    const known = this.rulebook.entries.filter((entry) => entry.ordinal <= ordinal).length;
    const book = this.rulebooks.get(known) ?? rulebookKnownAt(this.rulebook, ordinal);
    if (this.rulebooks.size >= RULEBOOKS_MAX) this.rulebooks.clear();
    this.rulebooks.set(known, book);
    return book;
  }

  at(ordinal: number): Models {
    return { tables: (name) => this.tables(name), rulebook: this.rulebookAt(ordinal), idOf: (projection, number) => this.idOf(projection, number) };
  }

  /** Reads what the store holds beyond this. */
  async load(store: ReadStore): Promise<void> {
    this.log.reserve(await store.logLength());
    for await (const chunk of store.logIndex(this.log.length)) this.log.append(chunk);
    const length = this.log.length;
    for (const [name, table] of this.stored) {
      table.reserve(await store.rowCount(name));
      for await (const chunk of store.chunks(name, table.length)) table.append(chunk);
    }
    for (const [projection, ids] of this.ids) {
      for (let more = IDS_AT_ONCE_MAX; more === IDS_AT_ONCE_MAX; ) {
        const next = await store.documentIds(projection, ids.length, IDS_AT_ONCE_MAX);
        for (const id of next) ids.push(id);
        more = next.length;
      }
    }
    const document = (await store.documents(rules.name, [RULES_DOCUMENT])).get(RULES_DOCUMENT);
    if (document !== undefined) this.adopt(document.body);
    this.length = length;
  }

  /** Takes a commit as it was made; false, and nothing done, when it is not the next. */
  take({ logIndex, projections }: Commit): boolean {
    const next = logIndex !== undefined && logIndex.firstOrdinal === this.log.length && this.length === this.log.length
      && projections.every(({ chunks }) => chunks.every(({ table, chunk }) => this.stored.get(table)?.length === chunk.firstRow));
    if (!next) return false;
    this.log.append(logIndex);
    for (const { projection, chunks, documents } of projections) {
      for (const { table, chunk } of chunks) this.stored.get(table)!.append(chunk);
      const ids = this.ids.get(projection);
      for (const { id, number, body } of documents) {
        if (ids !== undefined) ids[number] = id;
        if (projection === rules.name) this.adopt(body);
      }
    }
    this.length = this.log.length;
    return true;
  }

  private adopt(body: string): void {
    this.rulebook = (JSON.parse(body) as RulesDocument).events.reduce(evolveRulebook, this.rulebook);
  }
}
