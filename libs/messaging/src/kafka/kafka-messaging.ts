import type { Following, Messaging, OutgoingMessage, Subscription } from '../messaging';
import { KafkaConsumer } from './kafka-consumer';
import { KafkaFollower } from './kafka-follower';
import type { KafkaOptions } from './kafka-options';
import { KafkaPublisher } from './kafka-publisher';

/** Topics of Apache Kafka, by kafkajs. */
export class KafkaMessaging implements Messaging {
  private readonly publisher: KafkaPublisher;

  constructor(private readonly options: KafkaOptions) {
    this.publisher = new KafkaPublisher(options);
  }

  consume(subscription: Subscription): Promise<void> {
    return new KafkaConsumer(this.options, subscription).run();
  }

  follow(following: Following): Promise<{ readonly ended: Promise<void> }> {
    return new KafkaFollower(this.options, following).begin();
  }

  publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    return this.publisher.publish(topic, messages);
  }

  close(): Promise<void> {
    return this.publisher.close();
  }
}
