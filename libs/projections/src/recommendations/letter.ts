import { earliestDay, firstStatements, ofType, speaksOf, type Restated } from '../ledger';
import type { DayNumber } from '../projection';
import type { Issued, LetterStatement } from './kept';
import { readSanctions, settlementOf, type Settlement } from './sanctions';

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
  readonly statements: readonly LetterStatement[];
}

export const letterOf = (statements: readonly LetterStatement[]): Letter => {
  const { counted, restated } = firstStatements(ofType(statements, 'RecommendationIssued'), () => '');
  const issued = counted[0];
  const sanctions = readSanctions(ofType(statements, 'SanctionImposed'), issued);
  return {
    issued,
    restatedIssues: restated,
    persons: issued === undefined ? [] : personsOf(issued, sanctions, statements),
    deliveredOn: earliestDay(ofType(statements, 'RecommendationDelivered')),
    sanctions,
    statements,
  };
};

const personsOf = (issued: Issued, { counted }: Letter['sanctions'], statements: readonly LetterStatement[]): readonly LetterPerson[] => {
  const separations = ofType(statements, 'PersonSeparated');
  const [started, withdrawn, disputed] = [
    ofType(statements, 'FollowUpStarted'), ofType(statements, 'RecommendationWithdrawn'), ofType(statements, 'RecommendationDisputed'),
  ];
  return issued.data.persons.map(({ subject, sanction, legalBasis }) => ({
    subject,
    sanction,
    legalBasis,
    startedOn: earliestDay(started.filter(speaksOf(subject))),
    settled: settlementOf(subject, counted, separations),
    withdrawnOn: earliestDay(withdrawn.filter(speaksOf(subject))),
    disputedOn: earliestDay(disputed.filter(speaksOf(subject))),
  }));
};
