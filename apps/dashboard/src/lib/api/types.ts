import type { Label } from '../words/language';

/** Per cent of a base; no value where the base is nothing. */
export interface Ratio { readonly value: number | null; readonly numerator: number; readonly denominator: number }
export type Value = number | Ratio | null;
export interface VersionUsed { readonly id: string; readonly version: number }

/** What every answer about a season says of the question. */
export interface Asked {
  readonly season: string;
  readonly synthetic: boolean;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly position: string;
  readonly rules: readonly VersionUsed[];
  readonly calendars: readonly VersionUsed[];
  readonly hypothetical: boolean;
  readonly self: string;
}
export interface Cell {
  readonly key: Readonly<Record<string, string>>;
  readonly label: Label;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly withheld?: true;
}
export interface FigureAnswer extends Asked {
  readonly figure: string;
  readonly unit: string;
  readonly register?: string;
  readonly of?: string;
  readonly by: readonly string[];
  readonly cells: readonly Cell[];
  readonly total: Value;
  readonly remainder: Value;
  readonly notes: readonly Label[];
}
export interface FigureKind {
  readonly figure: string;
  readonly label: Label;
  readonly definition: Label;
  readonly units: readonly { readonly unit: string; readonly label: Label }[];
}
export interface Employer { readonly code: string; readonly kind: string | null; readonly type: string | null; readonly province: string | null; readonly label: Label }
export interface LetterLine {
  readonly recommendationId: string;
  readonly letterNumber: string | null;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly daysOverdue: number;
  readonly state: string;
  readonly employer: Employer;
  readonly deliveredOn: string | null;
  readonly disputed: boolean;
  readonly persons: { readonly recommended: number; readonly settled: number; readonly inProcess: number; readonly notStarted: number; readonly withdrawn: number };
}
export interface LetterPage extends Asked { readonly items: readonly LetterLine[]; readonly total: number; readonly next: string | null }
export interface WaitingEmployers extends Asked {
  readonly items: readonly { readonly employer: Employer; readonly recommendations: number; readonly oldest: LetterLine }[];
  readonly total: number;
}
export interface Changes extends Asked {
  readonly before: string;
  readonly figures: readonly { readonly figure: string; readonly unit: string; readonly before: number; readonly value: number; readonly difference: number }[];
  readonly becameOverdue: { readonly total: number; readonly items: readonly LetterLine[] };
  readonly noLongerOverdue: { readonly total: number; readonly items: readonly LetterLine[] };
}
export interface EmployerAnswer extends Asked, Employer {
  readonly figures: readonly { readonly figure: string; readonly unit: string; readonly total: Value; readonly href: string }[];
}
export interface LetterPerson {
  readonly subject: string;
  readonly sanction: string;
  readonly legalBasis: string;
  readonly state: string;
  readonly startedOn: string | null;
  readonly settledOn: string | null;
  readonly sanctionImposed: string | null;
  readonly separation: string | null;
  readonly withdrawnOn: string | null;
  readonly disputedOn: string | null;
}
export interface LetterAnswer extends Asked, Omit<LetterLine, 'persons'> {
  readonly addressedOffice: string;
  readonly copiesTo: readonly string[];
  readonly persons: readonly LetterPerson[];
}
export interface HistoryItem {
  readonly position: string;
  readonly recordedAt: string;
  readonly type: string;
  readonly agency: string;
  readonly effectiveOn: string;
  readonly summary: Label;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}
export interface History { readonly asOf: string; readonly knownAt: string | null; readonly position: string; readonly items: readonly HistoryItem[]; readonly total: number; readonly self: string }
export interface Rule {
  readonly rule: string;
  readonly version: number;
  readonly label: Label;
  readonly days: number;
  readonly dayKind: string;
  readonly from: string;
  readonly source: string;
}
export interface AnomalyCase {
  readonly kind: string;
  readonly label: Label;
  readonly agency: string;
  readonly day: string;
  readonly position: string;
  readonly stream: string | null;
  readonly employer: Employer | null;
  readonly recommendationId: string | null;
}
export interface AnomalyPage extends Asked { readonly items: readonly AnomalyCase[]; readonly total: number }
export interface PerDay { readonly day: string; readonly count: number }
export interface Activity { readonly season: string; readonly from: string; readonly until: string; readonly own: readonly PerDay[]; readonly recorded: readonly PerDay[]; readonly self: string }
export interface Season { readonly season: string; readonly label: Label; readonly from: string; readonly until: string; readonly synthetic: boolean }
export interface Vocabulary { readonly entries: readonly { readonly code: string; readonly label: Label }[] }
