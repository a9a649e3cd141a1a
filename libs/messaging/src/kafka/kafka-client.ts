import { Kafka, type LogEntry, logLevel } from 'kafkajs';
import type { MessagingLog } from '../messaging';
import { registerCodecs } from './codecs/register-codecs';
import { bounds, type KafkaOptions } from './kafka-options';

/**
 * kafkajs tells what is normal (a coordinator that loads, a broker that restarts) as errors: all of it is for those who look for it. What
 * matters of it we say ourselves, as states and failures.
 */
const quietly = (log: MessagingLog, overhear: (error: string) => void) => () => ({ namespace, label, log: { message, error } }: LogEntry): void => {
  log('debug', `kafkajs: ${message}`, { label, ...(namespace === '' ? {} : { namespace }), ...(typeof error === 'string' ? { error } : {}) });
  if (typeof error === 'string') overhear(error);
};

registerCodecs();

/**
 * A client that knows nothing yet: kafkajs keeps committed offsets in it, so every start of a consumer takes a new one.
 * @param overhear told what brokers answered where they refused: not every error of kafkajs says what it came from
 */
export const kafkaClient = ({ brokers, tls, user, password = '', clientId, log }: KafkaOptions, overhear: (error: string) => void = () => undefined): Kafka =>
  new Kafka({
    clientId, brokers: [...brokers], ssl: tls, connectionTimeout: bounds.connectMs, requestTimeout: bounds.requestMs, authenticationTimeout: bounds.requestMs,
    retry: bounds.retry, logLevel: logLevel.INFO, logCreator: quietly(log, overhear),
    ...(user === undefined || user === '' ? {} : { sasl: { mechanism: 'scram-sha-512', username: user, password } }),
  });
