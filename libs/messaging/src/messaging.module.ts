import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { KafkaOptions } from './kafka/kafka-options';
import { MemoryBroker } from './memory/memory-broker';
import { MemoryMessaging } from './memory/memory-messaging';
import { MESSAGING, type Messaging } from './messaging';

export type MessagingConfig = { readonly kind: 'memory'; readonly broker?: MemoryBroker } | ({ readonly kind: 'kafka' } & KafkaOptions);

/** Loaded when it is asked for: an embedded start has no use for the driver. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const onKafka = (): typeof import('./kafka/kafka-messaging') => require('./kafka/kafka-messaging') as typeof import('./kafka/kafka-messaging');

/** The messaging that the configuration names; the only place that knows which there are. Nothing is connected before it is used. */
export const openMessaging = (config: MessagingConfig): Messaging =>
  config.kind === 'memory' ? new MemoryMessaging(config.broker ?? new MemoryBroker()) : new (onKafka().KafkaMessaging)(config);

/** What the settings `NETRAL_KAFKA_*` say. */
export const kafkaConfigOf = (
  settings: { readonly kafkaBrokers: string; readonly kafkaTls: string; readonly kafkaUser: string; readonly kafkaPassword: string },
  { clientId, log }: Pick<KafkaOptions, 'clientId' | 'log'>,
): MessagingConfig => ({
  kind: 'kafka', brokers: settings.kafkaBrokers.split(',').filter((each) => each !== ''), tls: settings.kafkaTls === 'on',
  ...(settings.kafkaUser === '' ? {} : { user: settings.kafkaUser, password: settings.kafkaPassword }), clientId, log,
});

@Module({})
export class MessagingModule implements OnApplicationShutdown {
  constructor(@Inject(MESSAGING) private readonly messaging: Messaging) {}

  static forRoot(config: MessagingConfig): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [{ provide: MESSAGING, useFactory: (): Messaging => openMessaging(config) }],
      exports: [MESSAGING],
    };
  }

  /** The last of Nest's hooks: whoever consumes has to stop in an earlier one. */
  async onApplicationShutdown(): Promise<void> {
    await this.messaging.close();
  }
}
