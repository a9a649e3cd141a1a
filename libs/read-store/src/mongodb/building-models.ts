import type { FoldLease } from '../fold-lease';
import { ReadStoreError, type Commit, type Rebuild } from '../read-store';
import type { MongoConnection } from './connection';
import { headId, heads } from './layout';
import { PortReads } from './port-reads';
import type { View } from './viewed-reads';
import { Writer } from './writer';

/** A generation that is being rebuilt, for the fold that fills it. */
export class BuildingModels extends PortReads {
  private readonly writer: Writer;
  private ended = false;

  constructor(connection: MongoConnection, private readonly number: number, batchMax: number) {
    super(connection, () => this.look(), batchMax);
    this.writer = new Writer({ connection, generation: number, batchMax, building: true });
  }

  async lease(): Promise<FoldLease> {
    throw new ReadStoreError('locked', 'these read models are being rebuilt already');
  }

  // Whose commit it is, the swap tells: nobody else knows of this generation.
  async commit({ token: _token, ...commit }: Commit): Promise<void> {
    this.open();
    await this.writer.commit(commit);
  }

  async generation(): Promise<string> {
    return 'building';
  }

  async beginRebuild(): Promise<Rebuild> {
    throw new ReadStoreError('locked', 'these read models are being rebuilt already');
  }

  async close(): Promise<void> {
    this.ended = true;
  }

  private open(): void {
    if (this.ended) throw new ReadStoreError('closed', 'the rebuild has ended');
  }

  private async look(): Promise<View> {
    this.open();
    const head = await this.connection.call((db) => heads(db).findOne({ _id: headId(this.number) }));
    if (head === null) throw new ReadStoreError('locked', 'the rebuild was given up: another process has taken over');
    return { generation: this.number, state: head.state };
  }
}
