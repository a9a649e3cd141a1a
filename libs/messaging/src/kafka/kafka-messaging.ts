import type { Messaging, OutgoingMessage, Subscription } from '../messaging';
import { KafkaConsumer } from './kafka-consumer';
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

  publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    return this.publisher.publish(topic, messages);
  }

  close(): Promise<void> {
    return this.publisher.close();
  }
}
