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

  /** Brings memory up to what the store holds; a commit just made saves reading it back. */
  refresh(commit?: Commit): Promise<void> {
    return this.turns.run(async () => {
      const generation = await this.store.generation();
      if (generation === this.columns.generation) {
        if (commit === undefined || !this.columns.take(commit)) await this.columns.load(this.store);
        return;
      }
      const found = await this.store.fingerprint();
      this.foreign = found !== undefined && found !== this.fingerprint;
      const fresh = new Columns(this.foreign ? '' : generation, this.projections);
      if (!this.foreign) await fresh.load(this.store);
      this.columns = fresh;
    });
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
