import { anomaly, ofType, restatedAnomaly, type Anomaly } from '../ledger';
import { NEVER, type DayNumber } from '../projection';
import type { Letter } from './letter';

/** What contradicts in what was said of one letter. */
export const letterAnomalies = (letter: Letter): readonly Anomaly[] => [
  ...letter.restatedIssues.map(restatedAnomaly),
  ...letter.sanctions.restated.map(restatedAnomaly),
  ...letter.foreignSanctions.restated.map(restatedAnomaly),
  ...withoutRecommendation(letter),
  ...(letter.issued === undefined ? [] : [...againstTheLetter(letter, letter.issued.day), ...afterClosing(letter)]),
];

// In sight until the letter's date, and for good while the letter is not known, or is another employer's.
const withoutRecommendation = ({ issued, sanctions, foreignSanctions }: Letter): readonly Anomaly[] => [
  ...sanctions.counting
    .filter(({ day }) => issued === undefined || day < issued.day)
    .map((each) => anomaly('sanction-without-recommendation', each, each.day, { untilOn: issued?.day ?? NEVER })),
  ...foreignSanctions.counting.map((each) => anomaly('sanction-without-recommendation', each, each.day)),
];

const againstTheLetter = ({ persons, sanctions, statements }: Letter, issuedOn: DayNumber): readonly Anomaly[] => {
  const recommended = new Map(persons.map(({ subject, sanction }) => [subject, sanction]));
  const sanctioned = sanctions.counted.flatMap(({ statement, subject }) => {
    const asked = recommended.get(subject);
    if (asked === statement.data.sanction) return [];
    return [anomaly(asked === undefined ? 'sanction-on-unnamed-person' : 'sanction-differs', statement, Math.max(statement.day, issuedOn))];
  });
  const early = ofType(statements, 'RecommendationDelivered').filter(({ day }) => day < issuedOn);
  return [...sanctioned, ...early.map((each) => anomaly('delivered-before-issued', each, issuedOn))];
};

const afterClosing = ({ persons, statements }: Letter): readonly Anomaly[] => {
  const closedOn = Math.max(...persons.map(({ settled, withdrawnOn }) => Math.min(settled.day, withdrawnOn)));
  return ofType(statements, 'FollowUpStarted')
    .filter(({ day }) => day > closedOn)
    .map((each) => anomaly('follow-up-after-closing', each, each.day));
};
