import type { LetterLine } from './letter-page';

/** What one employer owes. */
export interface OverdueEmployer {
  readonly employer: LetterLine['employer'];
  readonly letters: number;
  /** Of its oldest overdue letter. */
  readonly daysOverdue: number;
  /** Due day of that letter. */
  readonly dueOn: string;
  readonly persons: number;
}

/** Overdue letters counted by employer: most letters first, ties by code. */
export const byEmployer = (letters: readonly LetterLine[]): readonly OverdueEmployer[] => {
  const found = new Map<string, OverdueEmployer>();
  for (const { employer, dueOn, daysOverdue, persons } of letters) {
    const before = found.get(employer.code);
    const due = dueOn ?? '';
    found.set(employer.code, {
      employer,
      letters: (before?.letters ?? 0) + 1,
      daysOverdue: Math.max(before?.daysOverdue ?? 0, daysOverdue ?? 0),
      dueOn: before === undefined || due < before.dueOn ? due : before.dueOn,
      persons: (before?.persons ?? 0) + persons.inProcess + persons.notStarted,
    });
  }
  return [...found.values()].sort((a, b) => b.letters - a.letters || (a.employer.code < b.employer.code ? -1 : 1));
};
