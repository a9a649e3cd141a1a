import { Type, type TProperties } from '@sinclair/typebox';

export const closed = <P extends TProperties>(properties: P, description?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(description === undefined ? {} : { description }) });
export const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
export const ref = (name: string) => Type.Unsafe<unknown>({ $ref: `#/components/schemas/${name}` });

export const Label = closed({ id: Type.String({ description: 'Indonesian' }), en: Type.String({ description: 'English' }) });
export const Day = Type.String({ format: 'date', description: 'Calendar day in Asia/Jakarta' });
export const Instant = Type.String({ format: 'date-time', description: 'RFC 3339 with offset' });
export const Position = Type.String({ pattern: '^\\d{20}$', description: 'Place in the log' });
const Versioned = closed({ id: Type.String(), version: Type.Integer({ minimum: 1 }) });

/** The two times, of every answer that changes with time. */
export const moment = { asOf: Day, knownAt: nullable(Instant), position: Position };
/** The question as understood, of every answer about a season. */
export const question = {
  season: Type.String(), synthetic: Type.Boolean(), ...moment,
  rule: Type.String(), rules: Type.Array(Versioned), calendar: Type.String(), calendars: Type.Array(Versioned),
  hypothetical: Type.Boolean({ description: 'Asked under another rule or calendar than was in force' }),
};
export const self = Type.String({ description: 'The same question with nothing left to default: asked again it gives the same bytes' });

export const Problem = closed({
  type: Type.String({ description: '/problems/<code>, a page that explains it' }),
  title: Type.String(), status: Type.Integer(), detail: Type.String(), code: Type.String(),
  errors: Type.Array(closed({
    parameter: Type.Optional(Type.String()), pointer: Type.Optional(Type.String()), found: Type.Optional(Type.String()), expected: Type.Optional(Type.String()),
  })),
});

const text = Type.String();
export const EmployerRef = closed({ code: text, kind: nullable(text), type: nullable(text), province: nullable(text), label: Label });
export const counts = closed({
  recommended: Type.Integer(), settled: Type.Integer(), inProcess: Type.Integer(), notStarted: Type.Integer(), withdrawn: Type.Integer(),
});
export const line = {
  issuedOn: Day, dueOn: nullable(Day), daysOverdue: Type.Integer({ minimum: 0 }), state: text, employer: EmployerRef,
  deliveredOn: nullable(Day), disputed: Type.Boolean(),
};
/** A letter as lists show it, without its persons. */
export const LetterLine = closed({ recommendationId: text, letterNumber: nullable(text), ...line, persons: counts });
