import { Type } from '@sinclair/typebox';
import { closed, Day, EmployerRef, Instant, Label, LetterLine, nullable, Position, question, self } from './common';

const text = Type.String();
const perDay = Type.Array(closed({ day: Day, count: Type.Integer({ minimum: 1 }) }));

export const Activity = closed({
  season: text, from: Day, until: Day, knownAt: nullable(Instant), position: Position, own: perDay, recorded: perDay, self,
});
export const RuleList = closed({
  knownAt: nullable(Instant), position: Position,
  rules: Type.Array(closed({
    rule: text, version: Type.Integer({ minimum: 1 }), label: Label, appliesTo: text, days: Type.Integer({ minimum: 0 }), dayKind: text, from: text,
    calendar: nullable(text), validFrom: nullable(Day), validUntil: nullable(Day), source: text, position: Position,
  })), self,
});
export const WaitingEmployers = closed({
  ...question, filters: Type.Record(text, text), limit: Type.Integer(),
  items: Type.Array(closed({ employer: EmployerRef, recommendations: Type.Integer({ minimum: 1 }), oldest: LetterLine })),
  total: Type.Integer(), self,
});
const named = closed({ total: Type.Integer(), items: Type.Array(LetterLine) });
export const Changes = closed({
  ...question, before: Day,
  figures: Type.Array(closed({ figure: text, unit: text, before: Type.Integer(), value: Type.Integer(), difference: Type.Integer() })),
  becameOverdue: named, noLongerOverdue: named, self,
});
export const CallerKind = closed({ kind: Type.Union([Type.Literal('public'), Type.Literal('agency'), Type.Literal('investigator'), Type.Literal('operator')]) });
