import { type Restated } from '../ledger';
import { NEVER, type DayNumber } from '../projection';
import type { Issued, SanctionStatement, Separation } from './kept';

/** From lightest to heaviest; a separation from service settles too and is lighter than every sanction. */
const WEIGHTS = ['separated', 'moral-closed', 'moral-open', 'discipline-light', 'discipline-medium', 'discipline-heavy'];
export const weightOf = (imposed: string): number => WEIGHTS.indexOf(imposed);

export interface PersonSanction {
  readonly statement: SanctionStatement;
  readonly subject: string;
}

/**
 * Sanctions read person by person: one that names nobody is of each person of the letter. Of several with one person and
 * decree number the first in the log counts. `counting` are the statements of which anything counts: with the letter
 * unknown, one that names nobody counts as itself.
 */
export const readSanctions = (statements: readonly SanctionStatement[], issued: Issued | undefined) => {
  const byDecree = new Map<string, Map<string, SanctionStatement>>();
  const counted: PersonSanction[] = [];
  const restated: Restated<SanctionStatement>[] = [];
  const counting: SanctionStatement[] = [];
  for (const statement of statements) {
    const subjects = statement.data.persons ?? issued?.data.persons.map(({ subject }) => subject);
    const before = counted.length;
    const firsts = byDecree.get(statement.data.decreeNumber) ?? new Map<string, SanctionStatement>();
    byDecree.set(statement.data.decreeNumber, firsts);
    for (const subject of subjects ?? []) {
      const first = firsts.get(subject);
      if (first !== undefined) restated.push({ first, later: statement });
      else {
        firsts.set(subject, statement);
        counted.push({ statement, subject });
      }
    }
    if (subjects === undefined || counted.length > before) counting.push(statement);
  }
  return { counted, restated, counting };
};

export interface Settlement {
  readonly day: DayNumber;
  /** A sanction's code, or `separated`. */
  readonly imposed: string;
  readonly by: SanctionStatement | Separation | undefined;
}
export const UNSETTLED: Settlement = { day: NEVER, imposed: '', by: undefined };

/** What settles each person: the earliest sanction or separation; of several that day the heaviest, of equals the first in the log. */
export const settlementsOf = (sanctions: readonly PersonSanction[], separations: readonly Separation[]): ((subject: string) => Settlement) => {
  const best = new Map<string, Settlement>();
  const consider = (subject: string, by: SanctionStatement | Separation, imposed: string): void => {
    const known = best.get(subject) ?? UNSETTLED;
    if (by.day < known.day || (by.day === known.day && weightOf(imposed) > weightOf(known.imposed))) best.set(subject, { day: by.day, imposed, by });
  };
  for (const { statement, subject } of sanctions) consider(subject, statement, statement.data.sanction);
  for (const separation of separations) for (const subject of separation.data.persons) consider(subject, separation, 'separated');
  return (subject) => best.get(subject) ?? UNSETTLED;
};
