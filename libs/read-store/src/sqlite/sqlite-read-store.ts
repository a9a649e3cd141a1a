import { ReadStoreError, type Rebuild } from '../read-store';
import { BuildingFile } from './building-file';
import { BuildingReadStore } from './building-read-store';
import { FileReadStore } from './file-read-store';
import { Generations } from './generations';
import { ForeignFileError, openBuilding, openLive } from './open-read-model';
import { ReadModelFile } from './read-model-file';
import { isDamage, readStoreError } from './store-errors';

export interface SqliteReadStoreOptions {
  /** Folder of its own; made when missing. */
  readonly directory: string;
  /** Reads beside a process that writes. */
  readonly readOnly?: boolean;
  /** Told in one line when a file was thrown away: the read models are folded anew from the log. */
  readonly onReset?: (reason: string) => void;
}

/** Read models in one SQLite file, replaced as a whole by a rebuild. Open connections go over to the new file by themselves. */
export class SqliteReadStore extends FileReadStore {
  private readonly generations: Generations;
  private file: ReadModelFile | undefined;
  private stamp = '';
  private number = 0;
  private closed = false;

  /** @throws ReadStoreError */
  constructor(private readonly options: SqliteReadStoreOptions) {
    super();
    this.generations = new Generations(options.directory);
    this.translated(() => {
      if (options.readOnly !== true) this.generations.make();
      this.open();
      if (options.readOnly !== true) this.generations.removeStale();
    });
  }

  async beginRebuild(): Promise<Rebuild> {
    const number = this.use(() => this.generations.next());
    const file = this.translated(() => new BuildingFile(openBuilding(this.generations.file(number, true))));
    const store = new BuildingReadStore(file);
    const swap = async () => {
      this.translated(() => {
        file.finish();
        store.shut();
        this.generations.keep(number);
        this.generations.point(number);
      });
      const before = this.number;
      this.use(() => undefined);
      this.generations.remove(before);
    };
    const abandon = async () => {
      store.shut();
      this.generations.remove(number, true);
    };
    return { store, swap, abandon };
  }

  async generation(): Promise<string> {
    return this.use(() => String(this.number));
  }

  async close(): Promise<void> {
    this.closed = true;
    this.file?.close();
    this.file = undefined;
  }

  protected use<T>(act: (file: ReadModelFile) => T): T {
    if (this.closed) throw new ReadStoreError('closed', 'the read store is closed');
    try {
      return this.translated(() => {
        if (this.file === undefined || this.generations.stamp() !== this.stamp) this.open();
        return act(this.file!);
      });
    } catch (error) {
      if (isDamage(error) && this.options.readOnly !== true) this.reset((error as Error).message);
      throw error;
    }
  }

  private open(): void {
    this.file?.close();
    this.file = undefined;
    this.stamp = this.generations.stamp();
    this.number = this.generations.current();
    const { readOnly = false } = this.options;
    if (this.number === 0 && readOnly) throw new ReadStoreError('unreachable', 'there are no read models yet');
    try {
      if (this.number === 0) this.startAnew();
      else this.file = new ReadModelFile(openLive(this.generations.file(this.number), readOnly));
    } catch (error) {
      const cause = error instanceof ForeignFileError ? error : readStoreError(error);
      if (readOnly || !(error instanceof ForeignFileError || isDamage(cause))) throw error;
      this.reset((cause as Error).message);
    }
  }

  /** Throws the file away: everything in it can be folded again. */
  private reset(reason: string): void {
    this.options.onReset?.(`read models are thrown away and folded anew: ${reason}`);
    this.file?.close();
    const before = this.number;
    this.startAnew();
    this.generations.remove(before);
  }

  private startAnew(): void {
    this.number = this.generations.next();
    this.file = new ReadModelFile(openLive(this.generations.file(this.number), false));
    this.generations.point(this.number);
    this.stamp = this.generations.stamp();
  }

  private translated<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw readStoreError(error);
    }
  }
}
