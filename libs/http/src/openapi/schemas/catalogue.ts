import { Type } from '@sinclair/typebox';
import { closed, Day, Instant, Label, nullable, Position, self } from './common';

const text = Type.String();

export const SeasonList = closed({
  knownAt: nullable(Instant), position: Position,
  seasons: Type.Array(closed({
    season: text, label: Label, openedOn: Day, from: Day, until: Day, regionEdition: text, synthetic: Type.Boolean(), position: Position,
  })), self,
});
export const VocabularyList = closed({
  vocabularies: Type.Array(closed({ name: text, closed: Type.Boolean(), entries: Type.Integer(), href: text })),
});
export const Vocabulary = closed({
  name: text, closed: Type.Boolean(),
  entries: Type.Array(closed({ code: text, label: Label, validFrom: nullable(Day), validUntil: nullable(Day), note: Type.Optional(Label) })),
});
export const EventPage = closed({
  items: Type.Array(closed({
    position: Position, recordedAt: Instant, type: text, version: Type.Integer(), stream: text, revision: Type.Integer(), id: text,
    agency: text, source: text, messageId: text, subject: text, publishedAt: Type.String(), data: Type.Record(text, Type.Unknown()),
  })),
  next: nullable(Position), self,
});
const lag = closed({ events: Type.Integer(), seconds: Type.Number() });
export const ProjectionList = closed({
  projections: Type.Array(closed({
    name: text, version: Type.Integer(), position: Position, lag, state: text,
    reason: Type.Optional(text), stoppedAt: Type.Optional(Position),
  })),
});
export const Rebuild = closed({
  state: Type.Union(['none', 'running', 'done', 'failed'].map((each) => Type.Literal(each))), folded: Type.Integer(), total: Type.Integer(),
  startedAt: nullable(Type.String()), endedAt: nullable(Type.String()), reason: nullable(text),
});
export const Health = closed({ status: Type.Literal('ok') });
