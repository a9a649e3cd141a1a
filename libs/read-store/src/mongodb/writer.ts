import type { ObjectId } from 'mongodb';
import { FencedError } from '../fold-lease';
import { ReadStoreError, type Commit } from '../read-store';
import type { MongoConnection } from './connection';
import { headId, heads, type DocumentRow, type Head, type ModelState, type PartRef } from './layout';
import { namedIn, planOf, projectionOf, type Plan } from './next-state';
import { Parts, redoParts } from './parts';
import { writeDocuments } from './write-documents';

/** A document of MongoDB holds 16 MiB, and a body stands in one together with its id and position. */
const BODY_BYTES_MAX = 15 * 1024 * 1024;
/** Somebody else may commit in between; each time something was gained. */
const ATTEMPTS_MAX = 20;

/** The generation has no head: it was replaced, or never was. */
export class NoHeadError extends Error {}

export interface WriterOptions {
  readonly connection: MongoConnection;
  readonly generation: number;
  readonly batchMax: number;
  /** Nobody reads it or takes it over before it is finished: documents need no redo parts. */
  readonly building?: boolean;
}

/**
 * Commits to one generation. Parts are inserted first, which nobody sees. Then one guarded change of the head decides: with documents
 * it seals the commit, they are written, and a second change makes the rows seen; whoever opens later finishes what is sealed.
 */
export class Writer {
  private known: Head | undefined;
  private readonly parts: Parts;
  /** Parts that nothing names any more, removed at the next commit: whoever reads now may still have use of them. */
  private garbage: readonly ObjectId[] = [];

  constructor(private readonly options: WriterOptions) {
    this.parts = new Parts(options.connection, options.generation, options.batchMax);
  }

  /** @throws OutOfStepError, FencedError, NoHeadError, ReadStoreError */
  async commit(commit: Commit): Promise<void> {
    checkSizes(commit);
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const head = await this.headFor(commit.token);
      const plan = await this.planned(head, commit);
      if (plan !== undefined && (await this.tried(head, plan, commit.token))) return;
      this.known = undefined;
    }
    throw new ReadStoreError('locked', 'the read models are being written by other processes all the time');
  }

  /** Finishes a commit that was sealed and not yet written. */
  async settled(): Promise<Head> {
    for (let turn = 0; turn < ATTEMPTS_MAX; turn += 1) {
      const head = await this.head();
      if (head.next === null) return head;
      const redo = await this.parts.all(head.next.redo);
      if (redo === undefined) continue;
      await this.write(redo.flatMap((part) => part.redo ?? []), head.state);
      await this.replaced(head, undefined, { applied: head.seq, state: head.next.state, next: null });
    }
    throw new ReadStoreError('corrupt', 'the read models are damaged: a commit cannot be finished; rebuild them');
  }

  /**
   * Makes this the writer: what is under way elsewhere, and what carries an older token, is refused from now on. Removes the parts that
   * nothing names.
   */
  async takeOver(token?: number): Promise<void> {
    const before = await this.parts.ids();
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const head = await this.settled();
      if (token !== undefined && token < head.token) throw new FencedError(token, head.token);
      const change = { seq: head.seq + 1, applied: head.seq + 1, token: token ?? head.token };
      if (!(await this.replaced(head, token, change))) continue;
      this.known = { ...head, ...change };
      const named = namedIn(head.state);
      await this.parts.remove(before.filter((id) => !named.has(id.toHexString())));
      return;
    }
    throw new ReadStoreError('locked', 'the read models are being written by other processes all the time');
  }

  private async headFor(token: number | undefined): Promise<Head> {
    this.known ??= this.options.building === true ? await this.head() : await this.settled();
    if (token !== undefined && token < this.known.token) throw new FencedError(token, this.known.token);
    return this.known;
  }

  /** Undefined when the head known is not the one that stands. */
  private async planned(head: Head, commit: Commit): Promise<Plan | undefined> {
    try {
      return planOf(head.state, commit);
    } catch (error) {
      const stands = await this.settled();
      if (stands.seq === head.seq) throw error;
      return undefined;
    }
  }

  /** False, and nothing to be seen of it, when somebody else was quicker. */
  private async tried(head: Head, plan: Plan, token: number | undefined): Promise<boolean> {
    const taken = await this.parts.all(plan.taken.map(({ id }) => id));
    if (taken === undefined) return this.lostParts(head);
    const { parts, state } = plan.outcome(taken);
    const redo = this.options.building === true ? [] : redoParts(plan.documents);
    const made = [...parts, ...redo];
    if (made.length > 0) await this.parts.insert(made);
    if (redo.length === 0) await this.write(plan.documents, head.state);
    const seq = head.seq + 1;
    const own = { token: token ?? head.token, seq };
    const sealing = redo.length === 0 ? { ...own, applied: seq, state } : { ...own, next: { state, redo: redo.map(({ _id }) => _id) } };
    if (!(await this.replaced(head, token, sealing))) {
      this.garbage = [...this.garbage, ...made.map(({ _id }) => _id)];
      return false;
    }
    if (redo.length > 0) {
      await this.write(plan.documents, head.state);
      await this.replaced({ ...head, seq }, undefined, { applied: seq, state, next: null });
    }
    this.known = { ...head, ...own, applied: seq, state, next: null };
    await this.tidied(plan.taken, redo.map(({ _id }) => _id));
    return true;
  }

  private async lostParts(head: Head): Promise<false> {
    const stands = await this.settled();
    if (stands.seq === head.seq) throw new ReadStoreError('corrupt', 'the read models are damaged: rows are missing; rebuild them');
    return false;
  }

  private async tidied(replaced: readonly PartRef[], redo: readonly ObjectId[]): Promise<void> {
    const gone = [...this.garbage, ...redo];
    this.garbage = replaced.map(({ id }) => id);
    if (gone.length > 0) await this.parts.remove(gone);
  }

  private async head(): Promise<Head> {
    const { connection, generation } = this.options;
    const head = await connection.call((db) => heads(db).findOne({ _id: headId(generation) }));
    if (head === null) throw new NoHeadError();
    return head;
  }

  /** Changes the head, if it is still the one given and no later token was seen. */
  private async replaced({ _id, seq, applied }: Head, token: number | undefined, change: Partial<Head>): Promise<boolean> {
    const filter = { _id, seq, applied, ...(token === undefined ? {} : { token: { $lte: token } }) };
    const { matchedCount } = await this.options.connection.call((db) => heads(db).updateOne(filter, { $set: change }));
    return matchedCount === 1;
  }

  private write(documents: readonly DocumentRow[], before: ModelState): Promise<void> {
    // While it is built, documents come in any order of their numbers and most of them once.
    const { building = false } = this.options;
    return writeDocuments(this.options, documents, ({ p, n }) => building || n >= (projectionOf(before, p)?.documents ?? 0));
  }
}

const checkSizes = ({ projections }: Commit): void => {
  for (const { projection, documents } of projections) {
    for (const { body } of documents) {
      const bytes = body.length * 3 > BODY_BYTES_MAX ? Buffer.byteLength(body) : 0;
      if (bytes > BODY_BYTES_MAX) throw new ReadStoreError('too-large', `a document of ${projection}: found ${bytes} bytes, expected at most ${BODY_BYTES_MAX}`);
    }
  }
};
