import { Type } from '@sinclair/typebox';
import { closed, counts, Day, EmployerRef, Instant, Label, LetterLine, line, moment, nullable, Position, question, self } from './common';

const code = Type.String();
const text = Type.String();
const subject = Type.String({ format: 'uuid', description: 'Pseudonym of a person' });
const page = { limit: Type.Integer(), total: Type.Integer(), next: nullable(Type.String({ description: 'Cursor of the next page' })), self };
const matter = { season: text, synthetic: nullable(Type.Boolean()), ...moment, history: Type.String(), self };

export const RecommendationPage = closed({
  ...question, notes: Type.Array(Label), filters: Type.Record(text, text), order: text,
  items: Type.Array(LetterLine), ...page,
});

const LetterPerson = closed({
  subject, sanction: code, legalBasis: text, state: text, startedOn: nullable(Day), settledOn: nullable(Day), sanctionImposed: nullable(code),
  separation: nullable(code), decree: nullable(closed({ number: text, date: Day })), withdrawnOn: nullable(Day), disputedOn: nullable(Day),
});
export const Recommendation = closed({
  ...question, synthetic: nullable(Type.Boolean()), recommendationId: text, letterNumber: text, issuedPosition: Position, addressedOffice: text,
  copiesTo: Type.Array(text), reports: Type.Array(text), complaints: Type.Array(text), ...line, counts, persons: Type.Array(LetterPerson),
  blockRequests: Type.Array(closed({ requestedOn: Day, ground: code, letterNumber: text, persons: nullable(Type.Array(subject)) })),
  history: Type.String(), self,
});

const categories = Type.Array(closed({ code, label: text }));
export const Report = closed({
  ...matter, reportId: text, kind: code, reportedOn: Day, reportedPosition: Position, electionRegion: text, stage: code, categories,
  persons: Type.Array(closed({ subject, employer: code, positionGroup: code })), state: text,
  dismissedOn: nullable(Day), dismissReason: nullable(code), forwardedOn: nullable(Day), forwardedTo: nullable(text), withStudy: nullable(Type.Boolean()),
});
export const Complaint = closed({
  ...matter, complaintId: text, registeredOn: Day, registeredPosition: Position, origin: code, reportId: nullable(text), categories,
  persons: Type.Array(closed({
    subject, employer: code, positionGroup: code, state: text, returnedOn: nullable(Day), returnReason: nullable(code), examinedOn: nullable(Day),
    notProvenOn: nullable(Day), notProvenReason: nullable(code),
  })),
});
const act = { office: code, ground: code, employer: code };
export const PersonnelRecord = closed({
  ...moment, subject, history: Type.String(), self,
  seasons: Type.Array(closed({
    season: text, blocked: nullable(code),
    spans: Type.Array(closed({ blockedOn: Day, untilOn: nullable(Day), scope: code, ...act })),
    acts: Type.Array(closed({ act: text, on: Day, scope: code, ...act, recommendationId: nullable(text), document: text, position: Position })),
    warnings: Type.Array(closed({ issuedOn: Day, ...act, document: nullable(text), position: Position })),
  })),
});

const of = Type.String({ description: 'Address of the matter' });
const explained = {
  position: Position, recordedAt: Instant, type: code, agency: code, effectiveOn: Day, inEffect: Type.Boolean({ description: 'Its own day is on or before asOf' }), summary: Label,
  changes: Type.Array(closed({ field: text, before: Type.Unknown(), after: Type.Unknown() })),
};
export const History = closed({ of, ...moment, items: Type.Array(closed(explained)), total: Type.Integer(), self });
export const EmployerHistory = closed({ of, ...question, items: Type.Array(closed({ of, ...explained })), ...page });
export const AnomalyPage = closed({
  ...question, filters: Type.Record(text, text),
  items: Type.Array(closed({
    kind: code, label: Label, agency: code, day: Day, position: Position, stream: nullable(text), employer: nullable(EmployerRef), recommendationId: nullable(text),
  })), ...page,
});
