import { MemoryBroker } from '@netral/messaging/memory/memory-broker';
import { MemoryMessaging } from '@netral/messaging/memory/memory-messaging';
import { messagingContract } from './messaging.contract';

messagingContract('memory', () => {
  const broker = new MemoryBroker();
  return Promise.resolve({
    client: () => new MemoryMessaging(broker),
    createTopic: (topic, partitions) => Promise.resolve(broker.createTopic(topic, partitions)),
    put: (topic, messages) => Promise.resolve(broker.put(topic, messages)),
    read: (topic) => Promise.resolve(broker.read(topic)),
    close: () => Promise.resolve(),
  });
});
