import { Type } from '@sinclair/typebox';
import { closed, Day, Label, nullable, question, self } from './common';

const Ratio = closed({
  value: nullable(Type.Number({ description: 'Per cent, one decimal, half up; null over a denominator of 0' })), numerator: Type.Integer(), denominator: Type.Integer(),
});
const Value = Type.Union([Type.Integer(), Ratio, Type.Null()], { description: 'A count, or a percentage with both of its numbers; null when withheld' });
const Cell = closed({
  key: Type.Record(Type.String(), Type.String()), label: Label, value: nullable(Type.Number()),
  numerator: Type.Optional(Type.Integer()), denominator: Type.Optional(Type.Integer()),
  withheld: Type.Optional(Type.Literal(true, { description: 'It could point at one human' })),
});

export const FigureAnswer = closed({
  figure: Type.String(), unit: Type.String(), ...question,
  register: Type.Optional(Type.String()), of: Type.Optional(Type.String()), from: Type.Optional(Day), until: Type.Optional(Day),
  series: Type.Optional(Type.String()), top: Type.Optional(Type.Integer()),
  by: Type.Array(Type.String(), { maxItems: 2 }), filters: Type.Record(Type.String(), Type.String()),
  cells: Type.Array(Cell), total: Value, remainder: Value, notes: Type.Array(Label), self,
});

export const FigureList = closed({
  figures: Type.Array(closed({
    figure: Type.String(), label: Label, definition: Label,
    units: Type.Array(closed({ unit: Type.String(), label: Label })),
    dimensions: Type.Array(closed({ dimension: Type.String(), label: Label, register: nullable(Type.String({ description: 'Only in this register' })) })),
    registers: Type.Array(Type.String()), of: Type.Array(Type.String()), flow: Type.Boolean(), percentage: Type.Boolean(), href: Type.String(),
  })),
});

export const Employer = closed({
  ...question,
  code: Type.String(), kind: nullable(Type.String()), type: nullable(Type.String()), province: nullable(Type.String()), label: Label,
  validFrom: nullable(Day), validUntil: nullable(Day),
  figures: Type.Array(closed({ figure: Type.String(), unit: Type.String(), total: Value, href: Type.String() })),
  recommendations: Type.String(), self,
});
