import { ReadStoreError, type Rebuild } from '../read-store';
import type { BuildingFile } from './building-file';
import { FileReadStore } from './file-read-store';
import { readStoreError } from './store-errors';

/** A read model that is being rebuilt, for the fold that fills it. */
export class BuildingReadStore extends FileReadStore {
  private file: BuildingFile | undefined;

  constructor(file: BuildingFile) {
    super();
    this.file = file;
  }

  async generation(): Promise<string> {
    return 'building';
  }

  async beginRebuild(): Promise<Rebuild> {
    throw new ReadStoreError('locked', 'these read models are being rebuilt already');
  }

  async close(): Promise<void> {
    this.shut();
  }

  shut(): void {
    this.file?.close();
    this.file = undefined;
  }

  protected use<T>(act: (file: BuildingFile) => T): T {
    if (this.file === undefined) throw new ReadStoreError('closed', 'the rebuild has ended');
    try {
      return act(this.file);
    } catch (error) {
      throw readStoreError(error);
    }
  }
}
