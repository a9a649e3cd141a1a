import { isMetastream, isSoftDelete, metadataOf, metastreamOf, OF_METASTREAM, originalOf, type StreamMetadata } from './metadata';
import type { LogRecord } from './record';

interface Stream {
  readonly events: LogRecord[];
  tombstone?: LogRecord;
}

/** Which records belong to which stream. `until` is how far into the log one looks: writers see all, readers what is indexed. */
export class Streams {
  private readonly byName = new Map<string, Stream>();

  add(record: LogRecord): void {
    const stream = this.byName.get(record.stream) ?? { events: [] };
    this.byName.set(record.stream, stream);
    stream.events.push(record);
  }

  bury(record: LogRecord): void {
    const stream = this.byName.get(record.stream) ?? { events: [] };
    this.byName.set(record.stream, stream);
    stream.tombstone = record;
  }

  /** Revision of the last event, -1 if there is none. */
  last(name: string, until: number): bigint {
    return BigInt(this.count(name, until)) - 1n;
  }

  at(name: string, revision: bigint, until: number): LogRecord | undefined {
    return revision >= 0n && revision < BigInt(this.count(name, until)) ? this.byName.get(name)!.events[Number(revision)] : undefined;
  }

  tombstone(name: string, until: number): LogRecord | undefined {
    const buried = this.byName.get(isMetastream(name) ? originalOf(name) : name)?.tombstone;
    return buried !== undefined && buried.place < until ? buried : undefined;
  }

  lastRecord(name: string, until: number): LogRecord | undefined {
    return this.at(name, this.last(name, until), until);
  }

  metadata(name: string, until: number): StreamMetadata {
    return isMetastream(name) ? OF_METASTREAM : metadataOf(this.lastRecord(metastreamOf(name), until));
  }

  isSoftDeleted(name: string, until: number): boolean {
    return isSoftDelete(this.metadata(name, until));
  }

  private count(name: string, until: number): number {
    const events = this.byName.get(name)?.events;
    let length = events?.length ?? 0;
    while (length > 0 && events![length - 1]!.place >= until) length -= 1;
    return length;
  }
}
