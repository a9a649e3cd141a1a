import { AssignerProtocol, type PartitionAssigner } from 'kafkajs';
import { assignByName } from '../assign-by-name';

const { MemberAssignment, MemberMetadata } = AssignerProtocol;
const VERSION = 1;

/**
 * Partitions by the members' names. kafkajs has no static membership (its JoinGroup never sends `group.instance.id`), so a restart is
 * two rebalances; but the name travels in each member's metadata, and after them everybody has what they had.
 */
export const namedAssigner = (member: string): PartitionAssigner => ({ cluster }) => ({
  name: 'netral-by-name',
  version: VERSION,
  protocol: ({ topics }) => ({ name: 'netral-by-name', metadata: MemberMetadata.encode({ version: VERSION, topics, userData: Buffer.from(member, 'utf8') }) }),
  assign: ({ members, topics }) => {
    const named = members.map(({ memberId, memberMetadata }) => ({ id: memberId, name: nameIn(memberMetadata) ?? memberId }));
    const partitions = Object.fromEntries(topics.map((topic) => [topic, cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => partitionId).toSorted((a, b) => a - b)]));
    const given = assignByName(named, partitions);
    return Promise.resolve(named.map(({ id }) => {
      const own = Object.fromEntries(Object.entries(given.get(id) ?? {}).map(([topic, numbers]) => [topic, [...numbers]]));
      return { memberId: id, memberAssignment: MemberAssignment.encode({ version: VERSION, assignment: own, userData: Buffer.alloc(0) }) };
    }));
  },
});

const nameIn = (metadata: Buffer): string | undefined => {
  const name = MemberMetadata.decode(metadata)?.userData.toString('utf8');
  return name === undefined || name === '' ? undefined : name;
};
