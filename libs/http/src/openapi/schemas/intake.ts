import { Type } from '@sinclair/typebox';
import { closed, Instant, nullable, Position } from './common';

const text = Type.String();
const Reason = closed({ code: text, pointer: text, found: text, expected: text });
const id = Type.String({ format: 'uuid' });

/** What is handed over; what `data` holds depends on `type`: see the reference of the events. */
export const CloudEvent = Type.Object({
  specversion: Type.Literal('1.0'), id: text, source: text, type: text, time: Type.Optional(text), dataschema: Type.Optional(text),
  datacontenttype: Type.Optional(text), data: Type.Record(text, Type.Unknown()),
}, { description: 'CloudEvents 1.0; a message that does not fit is set aside, not refused' });
export const Receipt = closed({
  source: nullable(text), id: nullable(text), outcome: Type.Union(['recorded', 'duplicate', 'set-aside'].map((each) => Type.Literal(each))),
  stream: nullable(text), revision: nullable(Type.Integer()), position: nullable(Position), recordedAt: nullable(Instant), reason: nullable(Reason), deadLetter: nullable(id),
});
export const DeadLetter = closed({
  id, agency: text, setAsideAt: Instant, reason: Reason, source: nullable(text), messageId: nullable(text), contentBytes: Type.Integer(),
  state: Type.Union(['set-aside', 'recorded'].map((each) => Type.Literal(each))),
  gap: nullable(closed({ stream: text, later: Type.Integer() })),
});
export const DeadLetterPage = closed({ items: Type.Array(DeadLetter), next: nullable(id) });
