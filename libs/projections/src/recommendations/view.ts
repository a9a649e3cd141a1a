import { isoOf } from '@netral/domain';
import { dateBy, ofType, standing, type ViewQuestion } from '../ledger';
import type { DayNumber } from '../projection';
import type { LetterLedger } from './kept';
import { letterOf, type LetterPerson } from './letter';

export type PersonState = 'withdrawn' | 'settled' | 'in-process' | 'not-started';
export type LetterState = 'withdrawn' | 'closed' | 'open';

/** One letter as it stands for a question, or undefined while it is not known or not in effect. */
export const letterView = (ledger: LetterLedger, { ordinal, asOf }: ViewQuestion) => {
  const letter = letterOf(standing(ledger, ordinal));
  if (letter.issued === undefined || letter.issued.day > asOf) return undefined;
  const { data, day, position } = letter.issued;
  const persons = letter.persons.map((person) => personView(person, asOf));
  const counts = countsOf(persons.map(({ state }) => state));
  return {
    recommendationId: ledger.id,
    season: data.season,
    letterNumber: data.letterNumber,
    issuedOn: isoOf(day),
    issuedPosition: position,
    employer: data.employer,
    addressedOffice: data.addressedOffice,
    copiesTo: data.copiesTo,
    reports: data.reports,
    complaints: data.complaints,
    state: stateOf(counts),
    deliveredOn: dateBy(letter.deliveredOn, asOf),
    disputed: letter.persons.some(({ disputedOn }) => disputedOn <= asOf),
    counts,
    persons,
    blockRequests: ofType(letter.statements, 'BlockRequested')
      .filter((each) => each.day <= asOf)
      .map((each) => ({ requestedOn: isoOf(each.day), ground: each.data.ground, letterNumber: each.data.letterNumber, persons: each.data.persons ?? null })),
  };
};
export type LetterView = NonNullable<ReturnType<typeof letterView>>;

const personView = ({ subject, sanction, legalBasis, startedOn, settled, withdrawnOn, disputedOn }: LetterPerson, asOf: DayNumber) => {
  const by = settled.day <= asOf ? settled.by : undefined;
  return {
    subject,
    sanction,
    legalBasis,
    state: personState({ startedOn, settledOn: settled.day, withdrawnOn }, asOf),
    startedOn: dateBy(startedOn, asOf),
    settledOn: dateBy(settled.day, asOf),
    sanctionImposed: by === undefined ? null : settled.imposed,
    separation: by?.type === 'PersonSeparated' ? by.data.kind : null,
    decree: by === undefined ? null : { number: by.data.decreeNumber, date: isoOf(by.data.decreeDay) },
    withdrawnOn: dateBy(withdrawnOn, asOf),
    disputedOn: dateBy(disputedOn, asOf),
  };
};

interface PersonDays { readonly startedOn: DayNumber; readonly settledOn: DayNumber; readonly withdrawnOn: DayNumber }

/** State of one person in a letter: withdrawn is looked at first, then settled, then in process. */
export const personState = ({ startedOn, settledOn, withdrawnOn }: PersonDays, asOf: DayNumber): PersonState => {
  if (withdrawnOn <= asOf) return 'withdrawn';
  if (settledOn <= asOf) return 'settled';
  return startedOn <= asOf ? 'in-process' : 'not-started';
};

const countsOf = (states: readonly PersonState[]) => {
  const count = (state: PersonState) => states.filter((each) => each === state).length;
  const withdrawn = count('withdrawn');
  return { recommended: states.length - withdrawn, settled: count('settled'), inProcess: count('in-process'), notStarted: count('not-started'), withdrawn };
};

/** Closed when at least one person is left and all left are settled; withdrawn when none is left. */
const stateOf = ({ recommended, settled }: ReturnType<typeof countsOf>): LetterState => {
  if (recommended === 0) return 'withdrawn';
  return settled === recommended ? 'closed' : 'open';
};
