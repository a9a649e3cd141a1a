import { ofEmployer } from './letters';
import { firstOf, ownDay, type Statement } from './statements';

type Side = 'data' | 'services';
const sides = (scope: string): Side[] => (scope === 'both' ? ['data', 'services'] : [scope as Side]);
const scopeOf = (blocked: ReadonlySet<Side>): string => (blocked.size === 2 ? 'both' : [...blocked][0]!);

export interface BlockAct {
  readonly statement: Statement;
  /** What of the act was new: sides it blocked or freed. */
  readonly changed: readonly Side[];
}
export interface BlockMoment {
  readonly day: string;
  readonly direction: 1 | -1;
  readonly dimensions: Readonly<Record<string, string>>;
}
export interface WalkedRecord {
  readonly acts: readonly BlockAct[];
  readonly moments: readonly BlockMoment[];
  /** Blocked at the end of the walk, under these values. */
  readonly blocked?: Readonly<Record<string, string>>;
}

/** The statements about blocks that count, in log order, and the second ones. */
export const blockStatements = (statements: readonly Statement[]) =>
  firstOf(
    statements.filter(({ type }) => type === 'PersonnelDataBlocked' || type === 'PersonnelDataUnblocked'),
    (each) => [each.data.season, each.data.person.subject, each.type, each.data.scope, ownDay(each), each.data.document].join('\n'),
  );

/** Walks each record's acts in effect by (own day, log order). */
export const walkRecords = (statements: readonly Statement[], season: string, asOf: string): WalkedRecord[] => {
  const acts = blockStatements(statements).counts.filter((each) => each.data.season === season && ownDay(each) <= asOf);
  const subjects = [...new Set(acts.map(({ data }) => data.person.subject as string))];
  return subjects.map((subject) => {
    const mine = acts.filter(({ data }) => data.person.subject === subject)
      .sort((a, b) => (ownDay(a) === ownDay(b) ? a.place - b.place : ownDay(a) < ownDay(b) ? -1 : 1));
    const blocked = new Set<Side>();
    let opening: Record<string, string> = {};
    const walked: BlockAct[] = [];
    const moments: BlockMoment[] = [];
    for (const statement of mine) {
      const blocks = statement.type === 'PersonnelDataBlocked';
      const changed = sides(statement.data.scope).filter((side) => blocked.has(side) !== blocks);
      const before = new Set(blocked);
      for (const side of changed) if (blocks) blocked.add(side); else blocked.delete(side);
      walked.push({ statement, changed });
      if (blocks && before.size === 0 && blocked.size > 0) {
        opening = { ...ofEmployer(statement.data.employer), office: statement.data.office, ground: statement.data.ground };
        moments.push({ day: ownDay(statement), direction: 1, dimensions: { ...opening, scope: scopeOf(blocked) } });
      }
      if (!blocks && before.size > 0 && blocked.size === 0) moments.push({ day: ownDay(statement), direction: -1, dimensions: { ...opening, scope: scopeOf(before) } });
    }
    return { acts: walked, moments, ...(blocked.size === 0 ? {} : { blocked: { ...opening, scope: scopeOf(blocked) } }) };
  });
};
