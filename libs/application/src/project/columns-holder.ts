import { NO_POSITION } from '@netral/event-store';
import type { Rulebook } from '@netral/domain';
import type { Models } from '@netral/figures';
import { fingerprintOf, type Projection } from '@netral/projections';
import type { Commit, ReadStore, StoredDocument } from '@netral/read-store';
import { Columns } from './columns';
import type { ModelDocument, ReadModels } from './read-models';
import { Turns } from './turns';

/**
 * Keeps the read models' columns in memory: loaded from the read store at start, tailed after each commit, loaded anew beside
 * those that answer when the store was replaced. What other projections made is no answer of these: until it is folded anew
 * nothing is held.
 */
export class ColumnsHolder implements ReadModels {
  private readonly turns = new Turns();
  private columns: Columns;
  private readonly fingerprint: string;
  /** Whether the store holds read models of other projections. */
  private foreign = false;

  constructor(private readonly store: ReadStore, private readonly projections: readonly Projection[]) {
    this.columns = new Columns('', projections);
    this.fingerprint = fingerprintOf(projections);
  }

  /** Brings memory up to what the store holds; a commit just made saves reading it back. Whether anything changed. */
  refresh(commit?: Commit): Promise<boolean> {
    return this.turns.run(async () => {
      const generation = await this.store.generation();
      if (generation !== this.columns.generation) return this.replace(generation);
      if (commit !== undefined && this.columns.take(commit)) return true;
      // Every commit of an answering store indexes its events: an index of the same length is the same content.
      if ((await this.store.logLength()) === this.columns.length) return false;
      const before = this.columns.length;
      await this.columns.load(this.store);
      // Replaced in the middle, what was read is of two stores.
      const after = await this.store.generation();
      return after === generation ? this.columns.length !== before : this.replace(after);
    });
  }

  /** Loads beside the columns that answer, as often as the store is replaced meanwhile. */
  private async replace(generation: string): Promise<boolean> {
    const found = await this.store.fingerprint();
    const wasForeign = this.foreign;
    this.foreign = found !== undefined && found !== this.fingerprint;
    const fresh = new Columns(this.foreign ? '' : generation, this.projections);
    if (!this.foreign) await fresh.load(this.store);
    const after = await this.store.generation();
    if (after !== generation) return this.replace(after);
    this.columns = fresh;
    return !(wasForeign && this.foreign);
  }

  /** Whether the store holds read models that other projections made. */
  get isForeign(): boolean {
    return this.foreign;
  }

  /** Of the last event held; NO_POSITION for none. */
  get position(): string {
    return this.length === 0 ? NO_POSITION : this.positionOf(this.length - 1);
  }

  get length(): number {
    return this.columns.length;
  }

  get rulebook(): Rulebook {
    return this.columns.rulebook;
  }

  positionOf(ordinal: number): string {
    return this.columns.log.positionAt(ordinal);
  }

  knownFrom(ordinal: number): number {
    return this.columns.log.knownFromAt(ordinal);
  }

  ordinalOf(position: string): number {
    return Math.min(this.columns.log.ordinalAtPosition(position), this.length - 1);
  }

  ordinalKnownAt(ms: number): number {
    return Math.min(this.columns.log.ordinalKnownAt(ms), this.length - 1);
  }

  rulebookAt(ordinal: number): Rulebook {
    return this.columns.rulebookAt(ordinal);
  }

  at(ordinal: number): Models {
    return this.columns.at(ordinal);
  }

  idOf(projection: string, number: number): string | undefined {
    return this.columns.idOf(projection, number);
  }

  async idsOf(projection: string, numbers: readonly number[]): Promise<readonly string[]> {
    if (this.foreign) return [];
    const ids = await Promise.all(numbers.map(async (number) => this.idOf(projection, number) ?? (await this.store.documentIds(projection, number, 1))[0]));
    return ids.filter((id) => id !== undefined);
  }

  async document<T>(projection: string, id: string): Promise<ModelDocument<T> | undefined> {
    return (await this.documents<T>(projection, [id])).get(id);
  }

  async documents<T>(projection: string, ids: readonly string[]): Promise<ReadonlyMap<string, ModelDocument<T>>> {
    if (this.foreign) return new Map();
    const stored = await this.store.documents(projection, ids);
    return new Map([...stored].map(([id, document]) => [id, parsed<T>(document)]));
  }
}

const parsed = <T>({ id, number, position, body }: StoredDocument): ModelDocument<T> => ({ id, number, position, body: JSON.parse(body) as T });
