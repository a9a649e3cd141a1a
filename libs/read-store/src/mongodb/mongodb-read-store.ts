import { FencedError, type FoldLease, type FoldLeaseOptions } from '../fold-lease';
import { OutOfStepError, ReadStoreError, type Commit, type Rebuild } from '../read-store';
import { BuildingModels } from './building-models';
import { MongoConnection, type ConnectionOptions } from './connection';
import { Leases, takeLease, type HeldLease } from './fold-lease.mongodb';
import { Generations } from './generations';
import { control, FORMAT, headId, POINTER, type Head, type Pointer } from './layout';
import { PortReads } from './port-reads';
import type { View } from './viewed-reads';
import { NoHeadError, Writer } from './writer';

export interface MongoReadStoreOptions extends ConnectionOptions {
  /** Writes in one call to the server. */
  readonly batchMax: number;
  /** Reads what another process folds; changes nothing in the database. */
  readonly readOnly?: boolean;
  /** Told in one line when read models were thrown away: they are folded anew from the log. */
  readonly onReset?: (reason: string) => void;
}

const ATTEMPTS_MAX = 5;

/** Read models in a MongoDB database, for processes of which one at a time folds and any number answer. Connects at the first call. */
export class MongoReadStore extends PortReads {
  private readonly generations: Generations;
  private opening: Promise<void> | undefined;
  private writer: { readonly generation: number; readonly writer: Writer } | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private held: HeldLease | undefined;

  /** @throws ReadStoreError `misconfigured` */
  constructor(private readonly options: MongoReadStoreOptions) {
    const connection = new MongoConnection(options);
    super(connection, (seen) => this.look(seen), options.batchMax);
    this.generations = new Generations(connection);
  }

  async lease(options: FoldLeaseOptions): Promise<FoldLease> {
    this.writable();
    await this.ready();
    const lease = await takeLease(new Leases(this.connection), (await this.generations.ensured()).token, options);
    try {
      // From here on whoever held it before is refused, however late it wakes.
      const { generation } = await this.generations.turn(lease.token);
      await this.inTurn(() => this.takeOver(generation, lease.token));
      await this.generations.remove({ allBut: generation });
      this.held = lease;
      return lease;
    } catch (error) {
      await lease.release();
      throw error;
    }
  }

  async commit(commit: Commit): Promise<void> {
    this.writable();
    await this.ready();
    await this.inTurn(() => this.committed(commit));
  }

  async generation(): Promise<string> {
    return String((await this.reads.view()).generation);
  }

  async beginRebuild(): Promise<Rebuild> {
    this.writable();
    await this.ready();
    const since = await this.generations.ensured();
    const number = await this.generations.next();
    await this.generations.make(number, since.token);
    const store = new BuildingModels(this.connection, number, this.options.batchMax);
    let asked = false;
    const swap = async () => {
      asked = true;
      await this.inTurn(async () => {
        await this.generations.point(number, since);
        this.writer = undefined;
      });
      await store.close();
      await this.generations.remove({ allBut: number });
    };
    const abandon = async () => {
      await store.close();
      // A swap whose outcome is unknown must not happen any more once its generation is gone.
      const stands = asked ? await this.generations.turn() : since;
      if (stands.generation !== number) await this.generations.remove({ only: number });
    };
    return { store, swap, abandon };
  }

  async close(): Promise<void> {
    await this.held?.release();
    await this.connection.close();
  }

  private writable(): void {
    if (this.options.readOnly === true) throw new ReadStoreError('read-only', 'the read models were opened for reading only');
  }

  /** Connects and sees that what is there can be used; after a failed write again, since then a commit may wait to be finished. */
  private ready(): Promise<void> {
    this.opening ??= this.open().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private async open(): Promise<void> {
    if (this.options.readOnly === true) {
      const found = await this.generations.pointer();
      if (found === undefined) throw new ReadStoreError('unreachable', 'there are no read models yet');
      return checkFormat(found);
    }
    const pointer = await this.generations.ensured();
    if (pointer.format !== FORMAT) return this.reset(pointer, `they are of format ${pointer.format}, expected ${FORMAT}`);
    if (!(await this.generations.hasHead(pointer.generation))) return this.reset(pointer, 'their head is missing');
    await this.generations.index(pointer.generation);
    await this.writerOf(pointer.generation).settled();
  }

  private async reset(pointer: Pointer, reason: string): Promise<void> {
    this.options.onReset?.(`read models are thrown away and folded anew: ${reason}`);
    const number = await this.generations.next();
    await this.generations.make(number, pointer.token);
    await this.generations.point(number, pointer);
    await this.generations.remove({ allBut: number });
  }

  /** Pointer and head in one call, as long as the generation is the one seen before. */
  private async look(seen: View | undefined): Promise<View> {
    await this.ready();
    for (let guess = seen?.generation ?? 0, attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const ids = [POINTER, headId(guess)];
      const found = await this.connection.call((db) => control(db).find({ _id: { $in: ids } }, { projection: { next: 0 } }).toArray());
      const pointer = found.find(({ _id }) => _id === POINTER) as Pointer | undefined;
      const head = found.find(({ _id }) => _id !== POINTER) as Head | undefined;
      if (pointer !== undefined) checkFormat(pointer);
      if (pointer !== undefined && pointer.generation === guess && head !== undefined) return { generation: guess, state: head.state };
      guess = pointer?.generation ?? 0;
    }
    this.opening = undefined;
    throw new ReadStoreError('corrupt', 'the read models were removed from the database while they were in use');
  }

  private async committed(commit: Commit): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      try {
        const { writer } = this.writer ?? (await this.takeOver((await this.generations.ensured()).generation, commit.token));
        return await writer.commit(commit);
      } catch (error) {
        this.writer = undefined;
        if (error instanceof NoHeadError) continue;
        if (!(error instanceof OutOfStepError || error instanceof FencedError)) this.opening = undefined;
        throw error;
      }
    }
    throw new ReadStoreError('locked', 'the read models are being replaced by another process');
  }

  private async takeOver(generation: number, token: number | undefined): Promise<{ readonly generation: number; readonly writer: Writer }> {
    const writer = this.writerOf(generation);
    await writer.takeOver(token);
    return (this.writer = { generation, writer });
  }

  private writerOf(generation: number): Writer {
    return new Writer({ connection: this.connection, generation, batchMax: this.options.batchMax });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}

/** Another release may have folded them anew while this one reads. */
const checkFormat = ({ format }: Pointer): void => {
  if (format !== FORMAT) throw new ReadStoreError('corrupt', `the read models are of format ${format}, expected ${FORMAT}: start the projector of this release`);
};
