import type Database from 'better-sqlite3';
import { type DeadLetter } from '../identity-vault';
import { seal, unseal } from '../sealing';
import { type KeyTable } from './key-table';

export type DeadLetterSummary = Omit<DeadLetter, 'content'>;
export interface DeadLetterQuery {
  readonly agency?: string;
  readonly after?: string;
  readonly limit: number;
}
interface LetterRow {
  readonly id: string;
  readonly key: number;
  readonly summary: Buffer;
}

/**
 * Messages set aside. What was found to be broken may hold anything anywhere, an identity in the place of an id too: so all of a
 * letter is sealed but its own id and the agency, and the content apart, so that listing never opens it.
 */
export class DeadLetterTable {
  private readonly numberOf;
  private readonly insert;
  private readonly byId;
  private readonly list;
  private readonly listOfAgency;

  constructor(db: Database.Database, private readonly keyTable: KeyTable) {
    this.numberOf = db.prepare<[string], number>('SELECT number FROM dead_letters WHERE id = ?').pluck();
    this.insert = db.prepare<[string, string, number, Buffer, Buffer | null]>('INSERT INTO dead_letters (id, agency, key, summary, content) VALUES (?, ?, ?, ?, ?)');
    this.byId = db.prepare<[string], LetterRow & { content: Buffer | null }>('SELECT id, key, summary, content FROM dead_letters WHERE id = ?');
    this.list = db.prepare<[number, number], LetterRow>('SELECT id, key, summary FROM dead_letters WHERE number > ? ORDER BY number LIMIT ?');
    this.listOfAgency = db.prepare<[string, number, number], LetterRow>(
      'SELECT id, key, summary FROM dead_letters WHERE agency = ? AND number > ? ORDER BY number LIMIT ?');
  }

  /** Inside a transaction. The first of an id stands. */
  add({ content, ...summary }: DeadLetter): void {
    const id = summary.deadLetterId;
    if (this.numberOf.get(id) !== undefined) return;
    const { number, key } = this.keyTable.make(`letter|${id}`);
    const sealedContent = content === undefined ? null : seal(key, content, `letter content|${id}`);
    this.insert.run(id, summary.agency, number, seal(key, JSON.stringify(summary), `letter|${id}`), sealedContent);
  }

  open(id: string): DeadLetter | undefined {
    const row = this.byId.get(id);
    if (row === undefined) return undefined;
    const summary = this.summary(row);
    if (row.content === null) return summary;
    return { ...summary, content: Uint8Array.from(unseal(this.key(row), row.content, `letter content|${id}`)) };
  }

  page({ agency, after, limit }: DeadLetterQuery): readonly DeadLetterSummary[] {
    const number = after === undefined ? 0 : this.numberOf.get(after);
    if (number === undefined) return [];
    return (agency === undefined ? this.list.all(number, limit) : this.listOfAgency.all(agency, number, limit)).map((row) => this.summary(row));
  }

  private summary(row: LetterRow): DeadLetterSummary {
    return JSON.parse(unseal(this.key(row), row.summary, `letter|${row.id}`).toString()) as DeadLetterSummary;
  }

  private key({ key, id }: LetterRow): Buffer {
    return this.keyTable.open(key, `letter|${id}`);
  }
}
