export interface BrokerPlaces {
  readonly clients: number;
  readonly controller: number;
  /** Port where users sign in; without it nobody has to. */
  readonly signedIn?: number;
  /** Folder of the log. */
  readonly data: string;
}

/** The text of `server.properties` for one broker that is its own controller. */
export const brokerProperties = ({ clients, controller, signedIn, data }: BrokerPlaces, more: Readonly<Record<string, string>> = {}): string => {
  const listeners = [`CLIENTS://127.0.0.1:${clients}`, ...(signedIn === undefined ? [] : [`USERS://127.0.0.1:${signedIn}`])].join(',');
  return text({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'CLIENTS',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,CLIENTS:PLAINTEXT,USERS:SASL_PLAINTEXT',
    listeners: `${listeners},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': listeners,
    'log.dirs': data,
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'offsets.topic.num.partitions': '4',
    'group.initial.rebalance.delay.ms': '0',
    'auto.create.topics.enable': 'false',
    // Small: several of these stand on one machine.
    'num.network.threads': '2',
    'num.io.threads': '2',
    'log.cleaner.dedupe.buffer.size': '8388608',
    ...(signedIn === undefined ? {} : signIn),
    ...more,
  });
};

/** Users sign in with SCRAM and may do what an ACL grants; who comes by the tests' own listener may do everything. */
const signIn = {
  'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
  'listener.name.users.scram-sha-512.sasl.jaas.config': 'org.apache.kafka.common.security.scram.ScramLoginModule required;',
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': 'User:ANONYMOUS',
};

const text = (properties: Readonly<Record<string, string>>): string =>
  `${Object.entries(properties).map(([name, value]) => `${name}=${value}`).join('\n')}\n`;
