import type { TopicIntake } from '@netral/application';

/** Why messages of topics are not taken just now, in words for who asks for health; undefined while they are. */
export const hindrance = ({ state, pausedPartitions }: Pick<TopicIntake, 'state' | 'pausedPartitions'>): string | undefined => {
  switch (state.kind) {
    case 'waiting':
      return `Kafka cannot be read (${state.reason})`;
    case 'stopped':
      return 'it is stopping';
    default:
      return pausedPartitions.length === 0 ? undefined : `messages of ${pausedPartitions.length} partitions could not be taken`;
  }
};
