import { MessagingError } from '../messaging';
import { failureOf, isFinal } from './failures';

const kafkajs = (name: string, message: string, more: object = {}): Error => Object.assign(new Error(message), { name, ...more });

describe('a failure of the Kafka client', () => {
  it.each([
    ['a wrong password', kafkajs('KafkaJSSASLAuthenticationError', 'SASL failed'), 'denied', true],
    ['a missing right', kafkajs('KafkaJSProtocolError', 'Not authorized', { type: 'TOPIC_AUTHORIZATION_FAILED' }), 'denied', true],
    ['one wrapped in retries', kafkajs('KafkaJSNumberOfRetriesExceeded', 'gave up', { cause: kafkajs('KafkaJSProtocolError', 'Not authorized', { type: 'GROUP_AUTHORIZATION_FAILED' }) }), 'denied', true],
    ['a missing topic', kafkajs('KafkaJSProtocolError', 'no such', { type: 'UNKNOWN_TOPIC_OR_PARTITION' }), 'no-topic', false],
    ['a certificate nobody vouches for', kafkajs('KafkaJSConnectionError', 'Connection error: self-signed certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'untrusted', true],
    ['no sign-in there', kafkajs('KafkaJSProtocolError', 'Request is not valid given the current SASL state', { type: 'ILLEGAL_SASL_STATE' }), 'misconfigured', true],
    ['a packing that cannot be read', kafkajs('KafkaJSNotImplemented', 'ZSTD compression not implemented'), 'misconfigured', true],
    ['a message that is too large', kafkajs('KafkaJSProtocolError', 'too large', { type: 'MESSAGE_TOO_LARGE' }), 'too-large', false],
    ['a broker that is away', kafkajs('KafkaJSConnectionError', 'connect ECONNREFUSED 127.0.0.1:9092', { code: 'ECONNREFUSED' }), 'unreachable', false],
    ['anything else', 'text thrown', 'unreachable', false],
  ])('%s has one line, a reason, and is waited for or not', (_what, error, reason, final) => {
    const failure = failureOf(error, 'topic netral.kasn');
    expect([failure.reason, isFinal(failure)]).toEqual([reason, final]);
    expect(failure.message).toMatch(/^topic netral\.kasn: [^\n]+$/);
  });

  it('is told once: one of ours stays what it is', () => {
    const ours = new MessagingError('closed', 'the messaging is closed');
    expect(failureOf(ours, 'x')).toBe(ours);
  });
});
