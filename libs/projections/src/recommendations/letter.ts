import { earliestDay, earliestDays, firstStatements, isOfPpk, ofType, sameEmployer, type Restated } from '../ledger';
import type { DayNumber } from '../projection';
import type { Issued, LetterStatement } from './kept';
import { readSanctions, settlementsOf, type Settlement } from './sanctions';

/** One person of the letter that stands, on the axis of days: each question compares its own day. */
export interface LetterPerson {
  readonly subject: string;
  readonly sanction: string;
  readonly legalBasis: string;
  readonly startedOn: DayNumber;
  readonly settled: Settlement;
  readonly withdrawnOn: DayNumber;
  readonly disputedOn: DayNumber;
}

/** A letter as its standing statements make it. Facts, anomalies and view are all read from this. */
export interface Letter {
  /** Undefined: the letter is not known; what PPKs say of it waits. */
  readonly issued: Issued | undefined;
  readonly restatedIssues: readonly Restated<Issued>[];
  readonly persons: readonly LetterPerson[];
  readonly deliveredOn: DayNumber;
  readonly sanctions: ReturnType<typeof readSanctions>;
  /** Sanctions of PPKs whose letter this is not: for them there is no recommendation. */
  readonly foreignSanctions: ReturnType<typeof readSanctions>;
  /** What counts in this letter. */
  readonly statements: readonly LetterStatement[];
}

export const letterOf = (standing: readonly LetterStatement[]): Letter => {
  const { counted, restated } = firstStatements(ofType(standing, 'RecommendationIssued'), () => '');
  const issued = counted[0];
  const isForeign = foreignTo(issued);
  const foreign = standing.filter(isForeign);
  const statements = foreign.length === 0 ? standing : standing.filter((each) => !isForeign(each));
  const sanctions = readSanctions(ofType(statements, 'SanctionImposed'), issued);
  return {
    issued,
    restatedIssues: restated,
    persons: issued === undefined ? [] : personsOf(issued, sanctions, statements),
    deliveredOn: earliestDay(ofType(statements, 'RecommendationDelivered')),
    sanctions,
    foreignSanctions: readSanctions(ofType(foreign, 'SanctionImposed'), undefined),
    statements,
  };
};

/** What PPKs of other employers than the letter's say of it: nothing of it counts, once the letter is known. */
const foreignTo = (issued: Issued | undefined) => ({ type, data }: LetterStatement): boolean =>
  issued !== undefined && isOfPpk(type) && !sameEmployer(data.employer, issued.data.employer);

const personsOf = (issued: Issued, { counted }: Letter['sanctions'], statements: readonly LetterStatement[]): readonly LetterPerson[] => {
  const startedOn = earliestDays(ofType(statements, 'FollowUpStarted'));
  const settled = settlementsOf(counted, ofType(statements, 'PersonSeparated'));
  const withdrawnOn = earliestDays(ofType(statements, 'RecommendationWithdrawn'));
  const disputedOn = earliestDays(ofType(statements, 'RecommendationDisputed'));
  return issued.data.persons.map(({ subject, sanction, legalBasis }) => ({
    subject,
    sanction,
    legalBasis,
    startedOn: startedOn(subject),
    settled: settled(subject),
    withdrawnOn: withdrawnOn(subject),
    disputedOn: disputedOn(subject),
  }));
};
