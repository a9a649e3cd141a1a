import { MessagingError, type MessagingErrorReason } from '../messaging';

interface Told {
  readonly name?: string;
  readonly type?: string;
  readonly code?: unknown;
  readonly message?: string;
  readonly cause?: unknown;
}
const UNTRUSTED = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT)/;

/** An error and what it came from, outermost first. */
const chainOf = (error: unknown): readonly Told[] => {
  const chain: Told[] = [];
  for (let next = error; typeof next === 'object' && next !== null && chain.length < 8; next = (next as Told).cause) chain.push(next);
  return chain;
};

const reasonOf = ({ name = '', type = '', code, message = '' }: Told): MessagingErrorReason | undefined => {
  if (name === 'KafkaJSSASLAuthenticationError' || /_AUTHORIZATION_FAILED$|^SASL_AUTHENTICATION_FAILED$/.test(type)) return 'denied';
  if (type === 'UNKNOWN_TOPIC_OR_PARTITION' || type === 'INVALID_TOPIC_EXCEPTION') return 'no-topic';
  if (type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE') return 'too-large';
  if (typeof code === 'string' && UNTRUSTED.test(code)) return 'untrusted';
  if (/self.signed certificate|unable to (verify|get)|certificate has expired/i.test(message)) return 'untrusted';
  if (type === 'UNSUPPORTED_SASL_MECHANISM' || type === 'ILLEGAL_SASL_STATE' || /does not support SASL|wrong version number|SSL routines/i.test(message)) return 'misconfigured';
  return name === 'KafkaJSNotImplemented' ? 'misconfigured' : undefined;
};

const compressed = 'a message is compressed in a way that cannot be read here: set compression.type=gzip (or uncompressed) on the topic, see docs/kafka.md';

/** What a failure of kafkajs means, in one clear line: `doing` says what was tried. */
export const failureOf = (error: unknown, doing: string): MessagingError => {
  if (error instanceof MessagingError) return error;
  const chain = chainOf(error);
  for (const told of chain) {
    const reason = reasonOf(told);
    if (reason === undefined) continue;
    const detail = told.name === 'KafkaJSNotImplemented' && /compression/i.test(told.message ?? '') ? compressed : lineOf(told);
    return new MessagingError(reason, `${doing}: ${detail}`, { cause: error });
  }
  return new MessagingError('unreachable', `${doing}: ${lineOf(chain.at(-1) ?? { message: String(error) })}`, { cause: error });
};

const lineOf = ({ type, message = 'failed' }: Told): string => `${message.split('\n')[0]?.slice(0, 300) ?? ''}${type === undefined ? '' : ` (${type})`}`;

/** Not mended by waiting: to be told before anything was taken, by ending. */
export const isFinal = ({ reason }: MessagingError): boolean => reason === 'denied' || reason === 'untrusted' || reason === 'misconfigured';
