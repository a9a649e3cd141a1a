import { createHash } from 'node:crypto';
import type { Partitions } from './messaging';

export interface NamedMember {
  /** Of this run of the process, from the broker. */
  readonly id: string;
  /** Of the process, kept over restarts. */
  readonly name: string;
}

/** How much a member is wanted for a partition: by chance as far as anybody can tell, and always the same. */
const weight = (name: string, place: string): string => createHash('sha256').update(JSON.stringify([name, place])).digest('hex');

/**
 * Gives partitions to members by their names: the same names always get the same partitions, whoever joined when; nobody gets more
 * than one more than another. While a member is away the others take over its own, and little else moves (rendezvous hashing with a
 * bound on the load). Members of one name are told apart by their ids.
 */
export const assignByName = (members: readonly NamedMember[], partitions: Partitions): ReadonlyMap<string, Partitions> => {
  const places = Object.entries(partitions).flatMap(([topic, numbers]) => numbers.map((partition) => ({ topic, partition, place: `${topic}/${partition}` })));
  const given = new Map<string, Record<string, number[]>>(members.map(({ id }) => [id, {}]));
  const load = new Map<string, number>(members.map(({ id }) => [id, 0]));
  const namesakes = new Set(members.map(({ name }) => name)).size < members.length;
  const hashOf = ({ id, name }: NamedMember, place: string): string => weight(namesakes ? `${name}/${id}` : name, place);
  const [least, over] = [Math.floor(places.length / members.length), places.length % members.length];
  let fuller = 0;
  for (const { topic, partition, place } of places.toSorted((a, b) => (a.place < b.place ? -1 : 1))) {
    const open = members.filter(({ id }) => (load.get(id) as number) < least || ((load.get(id) as number) === least && fuller < over));
    const [taker] = open.map((member) => ({ member, hash: hashOf(member, place) })).toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
    if (taker === undefined) break;
    const { id } = taker.member;
    ((given.get(id) as Record<string, number[]>)[topic] ??= []).push(partition);
    if (load.get(id) === least) fuller += 1;
    load.set(id, (load.get(id) as number) + 1);
  }
  return given;
};
