import { createHash } from 'node:crypto';
import { assignByName, type NamedMember } from '../assign-by-name';
import type { OutgoingMessage, Partitions, TopicMessage } from '../messaging';

/** A message as a test or a program puts it on a topic. */
export interface RawMessage {
  readonly key?: Uint8Array | string | null;
  readonly value: Uint8Array | string | null;
  readonly headers?: Readonly<Record<string, Uint8Array | string | readonly (Uint8Array | string)[]>>;
}
interface Group {
  readonly committed: Map<string, bigint>;
  members: readonly (NamedMember & { readonly topics: readonly string[] })[];
  generation: number;
  readonly changed: Set<() => void>;
}
/** Where a member's partitions stand, and since which change of the group. */
export interface Membership {
  readonly generation: number;
  readonly partitions: Partitions;
}

const bytes = (value: Uint8Array | string): Uint8Array => (typeof value === 'string' ? Buffer.from(value, 'utf8') : value);
const place = (topic: string, partition: number): string => `${topic}/${partition}`;

/** Topics and groups in memory: what a broker keeps, so that several clients of one process can share, take over and come back. */
export class MemoryBroker {
  private readonly topics = new Map<string, TopicMessage[][]>();
  private readonly groups = new Map<string, Group>();
  private readonly arrived = new Set<() => void>();
  private members = 0;

  createTopic(topic: string, partitions = 1): void {
    if (!this.topics.has(topic)) this.topics.set(topic, Array.from({ length: partitions }, () => []));
  }

  partitionsOf(topic: string): readonly number[] | undefined {
    return this.topics.get(topic)?.map((_, index) => index);
  }

  /** Appends in order; messages of one key go to one partition, those without to the first. */
  put(topic: string, messages: readonly RawMessage[]): void {
    const partitions = this.topics.get(topic);
    if (partitions === undefined) throw new RangeError(`no topic ${topic}`);
    for (const { key = null, value, headers = {} } of messages) {
      const index = key === null ? 0 : createHash('sha256').update(key).digest().readUInt32BE() % partitions.length;
      const log = partitions[index] as TopicMessage[];
      const kept = new Map(Object.entries(headers).map(([name, found]) => [name, (Array.isArray(found) ? (found as (Uint8Array | string)[]) : [found as string]).map(bytes)] as const));
      log.push({ offset: BigInt(log.length), key: key === null ? null : bytes(key), value: value === null ? null : bytes(value), headers: kept });
    }
    for (const wake of this.arrived) wake();
  }

  /** All messages of a topic, partition by partition. */
  read(topic: string): readonly TopicMessage[] {
    return this.topics.get(topic)?.flat() ?? [];
  }

  slice(topic: string, partition: number, from: bigint, most: number): { readonly messages: readonly TopicMessage[]; readonly behind: number } {
    const log = this.topics.get(topic)?.[partition] ?? [];
    const messages = log.slice(Number(from), Number(from) + most);
    return { messages, behind: Math.max(0, log.length - Number(from) - messages.length) };
  }

  /** The offset that the next message gets. */
  end(topic: string, partition: number): bigint {
    return BigInt(this.topics.get(topic)?.[partition]?.length ?? 0);
  }

  committed(group: string, topic: string, partition: number): bigint {
    return this.group(group).committed.get(place(topic, partition)) ?? 0n;
  }

  /** Whether it was taken: not from a member of before the last change. */
  commit(group: string, generation: number, topic: string, partition: number, next: bigint): boolean {
    const found = this.group(group);
    if (found.generation !== generation) return false;
    found.committed.set(place(topic, partition), next);
    return true;
  }

  join(group: string, name: string, topics: readonly string[]): string {
    this.members += 1;
    const id = `${name}-${this.members}`;
    const found = this.group(group);
    this.change(found, [...found.members, { id, name, topics }]);
    return id;
  }

  leave(group: string, id: string): void {
    const found = this.group(group);
    this.change(found, found.members.filter((member) => member.id !== id));
  }

  membership(group: string, id: string): Membership {
    const { generation, members } = this.group(group);
    const topics = [...new Set(members.flatMap((member) => member.topics))];
    const partitions = Object.fromEntries(topics.map((topic) => [topic, this.partitionsOf(topic) ?? []]));
    return { generation, partitions: assignByName(members, partitions).get(id) ?? {} };
  }

  /** Resolves when something came or a group changed. */
  async stirred(group: string, signal: AbortSignal): Promise<void> {
    const { changed } = this.group(group);
    await new Promise<void>((resolve) => {
      if (signal.aborted) return resolve();
      const wake = (): void => {
        for (const waiting of [changed, this.arrived]) waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      for (const waiting of [changed, this.arrived]) waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  private change(group: Group, members: Group['members']): void {
    group.members = members;
    group.generation += 1;
    for (const wake of [...group.changed]) wake();
  }

  private group(name: string): Group {
    let found = this.groups.get(name);
    if (found === undefined) this.groups.set(name, (found = { committed: new Map(), members: [], generation: 0, changed: new Set() }));
    return found;
  }
}

export const rawOf = ({ key, value, headers }: OutgoingMessage): RawMessage => ({ key, value, ...(headers && { headers }) });
