import type { Request } from 'express';
import { Problem } from '../problem/problem';

export const SINGLE = 'application/cloudevents+json';
export const BATCH = 'application/cloudevents-batch+json';
export const NDJSON = 'application/x-ndjson';
export type IntakeType = typeof SINGLE | typeof BATCH | typeof NDJSON;
const TYPES: readonly IntakeType[] = [SINGLE, BATCH, NDJSON];

const shown = (text = ''): string => (text === '' ? 'nothing' : text.slice(0, 100).replace(/\d{8,}/g, '…'));

/** How messages are handed over. @throws Problem `wrong-content-type` */
export const intakeTypeOf = ({ headers }: Pick<Request, 'headers'>): IntakeType => {
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';').map((part) => part.trim());
  const encoding = headers['content-encoding'];
  const known = TYPES.find((each) => each === type);
  const utf8 = parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-8"?$/.test(parameter));
  if (known !== undefined && utf8 && (encoding === undefined || encoding === 'identity')) return known;
  const error = known === undefined ? { parameter: 'Content-Type', found: shown(type), expected: `one of ${TYPES.join(', ')}` }
    : utf8 ? { parameter: 'Content-Encoding', found: shown(encoding), expected: 'no Content-Encoding' }
      : { parameter: 'Content-Type', found: shown(parameters.join('; ')), expected: 'charset=utf-8, or no charset' };
  throw new Problem('wrong-content-type', `expected ${error.expected}`, { errors: [error], headers: { 'Accept-Post': TYPES.join(', ') } });
};
