import { blockStatements, walkRecords } from './blocks';
import { counts, letters, sanctioned, sanctionsOf } from './letters';
import type { OracleQuestion, RawEvent } from './raw-event';
import { dayField, firstOf, firstSent, ownDay, standing, type Statement } from './statements';

export interface Anomaly {
  readonly kind: string;
  readonly agency: string;
}
type Evaluate = (question: OracleQuestion) => { total: number; cells: Readonly<Record<string, number>> };

const later = (...days: string[]): string => days.sort().at(-1)!;
const of = (kind: string, { agency }: { agency: string }): Anomaly => ({ kind, agency });

/** Everything in sight on `asOf`, as known. `evaluate` answers our own counts for what agencies submitted. */
export const anomalies = (events: readonly RawEvent[], question: OracleQuestion, evaluate: Evaluate): Anomaly[] => {
  const { season, asOf } = question;
  const statements = standing(events);
  const mine = statements.filter(({ data }) => data.season === season);
  return [
    ...aboutLetters(statements, mine, asOf),
    ...aboutBlocks(statements, mine, season, asOf),
    ...restated(statements, mine, asOf),
    ...future(events, season, asOf),
    ...setAside(events, season, asOf),
    ...contradictions(mine, question, evaluate),
  ];
};

const aboutLetters = (statements: readonly Statement[], mine: readonly Statement[], asOf: string): Anomaly[] => {
  const found: Anomaly[] = [];
  const known = letters(statements);
  for (const sanction of mine.filter(({ type }) => type === 'SanctionImposed')) {
    const { recommendationId } = sanction.data;
    const ofTheLetter = counts(statements, sanction);
    const letter = ofTheLetter ? known.find(({ id }) => id === recommendationId) : undefined;
    const subjects = sanctioned(statements, sanction);
    const isFirst = subjects.some((subject) => sanctionsOf(statements, recommendationId, subject, ofTheLetter).counts.includes(sanction));
    // One that names nobody is by itself while the letter is not known, or is another employer's.
    if ((letter === undefined || letter.issuedOn > asOf) && ownDay(sanction) <= asOf && (isFirst || subjects.length === 0)) found.push(of('sanction-without-recommendation', sanction));
    if (letter === undefined || later(ownDay(sanction), letter.issuedOn) > asOf) continue;
    for (const subject of subjects) {
      if (!sanctionsOf(statements, recommendationId, subject).counts.includes(sanction)) continue;
      const person = letter.persons.find((each) => each.subject === subject);
      if (person === undefined) found.push(of('sanction-on-unnamed-person', sanction));
      else if (person.sanction !== sanction.data.sanction) found.push(of('sanction-differs', sanction));
    }
  }
  for (const letter of known) {
    const ends = letter.persons.map(({ settledOn, withdrawnOn }) => [settledOn, withdrawnOn].filter((day) => day !== undefined).sort()[0]);
    const closedOn = ends.includes(undefined) ? undefined : later(...(ends as string[]));
    for (const each of mine.filter((one) => one.data.recommendationId === letter.id && counts(statements, one))) {
      if (each.type === 'FollowUpStarted' && closedOn !== undefined && ownDay(each) > closedOn && ownDay(each) <= asOf) found.push(of('follow-up-after-closing', each));
      if (each.type === 'RecommendationDelivered' && ownDay(each) < letter.issuedOn && letter.issuedOn <= asOf) found.push(of('delivered-before-issued', each));
    }
  }
  return found;
};

const aboutBlocks = (statements: readonly Statement[], mine: readonly Statement[], season: string, asOf: string): Anomaly[] => {
  const known = new Map(firstOf(statements.filter(({ type }) => type === 'RecommendationIssued'), ({ data }) => data.recommendationId).counts.map((each) => [each.data.recommendationId as string, ownDay(each)]));
  const grounds = blockStatements(mine).counts.filter(({ type }) => type === 'PersonnelDataBlocked').filter((each) => {
    const issuedOn = known.get(each.data.recommendationId);
    return ownDay(each) <= asOf && (issuedOn === undefined || issuedOn > asOf);
  });
  const idle = walkRecords(statements, season, asOf).flatMap(({ acts }) => acts.filter(({ changed }) => changed.length === 0));
  return [
    ...grounds.map((each) => of('block-without-ground', each)),
    ...idle.map(({ statement }) => of(statement.type === 'PersonnelDataBlocked' ? 'block-of-blocked' : 'unblock-without-block', statement)),
  ];
};

const restated = (statements: readonly Statement[], mine: readonly Statement[], asOf: string): Anomaly[] => {
  const seen = (again: readonly { statement: Statement; first: Statement }[]): Anomaly[] =>
    again.filter(({ statement, first }) => mine.includes(statement) && later(ownDay(statement), ownDay(first)) <= asOf).map(({ statement }) => of('restated', statement));
  const opening = ['ViolationReported', 'ComplaintRegistered', 'RecommendationIssued'].flatMap((type) =>
    seen(firstOf(statements.filter((each) => each.type === type), ({ data }) => data.reportId ?? data.complaintId ?? data.recommendationId).again));
  return [...opening, ...seen(blockStatements(mine).again), ...restatedSanctions(statements, mine, asOf)];
};

/** One a person and decree that a later statement says again. */
const restatedSanctions = (statements: readonly Statement[], mine: readonly Statement[], asOf: string): Anomaly[] => {
  const ids = [...new Set(mine.filter(({ type }) => type === 'SanctionImposed').map(({ data }) => data.recommendationId as string))];
  return ids.flatMap((id) => {
    const subjects = [...new Set(mine.filter(({ type, data }) => type === 'SanctionImposed' && data.recommendationId === id).flatMap((each) => sanctioned(statements, each)))];
    return subjects.flatMap((subject) => [true, false].flatMap((counting) => sanctionsOf(statements, id, subject, counting).again))
      .filter(({ statement, first }) => mine.includes(statement) && later(ownDay(statement), ownDay(first)) <= asOf)
      .map(({ statement }) => of('restated', statement));
  });
};

/** Decided on what was first sent, whatever became of it later. */
const future = (events: readonly RawEvent[], season: string, asOf: string): Anomaly[] =>
  firstSent(events).filter(({ type, data, recordedOn }) => data.season === season && dayField[type] !== undefined && data[dayField[type]!] > recordedOn && recordedOn <= asOf)
    .map((each) => of('event-dated-in-the-future', each));

const setAside = (events: readonly RawEvent[], season: string, asOf: string): Anomaly[] =>
  events.filter(({ type, data }) => type === 'MessageSetAside' && data.reasonCode === 'conflicting-redelivery' && data.season === season && data.setAsideOn <= asOf)
    .map(({ data }) => ({ kind: 'conflicting-redelivery', agency: data.agency }));

const contradictions = (mine: readonly Statement[], question: OracleQuestion, evaluate: Evaluate): Anomaly[] =>
  mine.filter((each) => each.type === 'ViolationDataSubmitted' && ownDay(each) <= question.asOf).flatMap((each) =>
    (each.data.counts as { figure: string; unit: string; value: number }[]).flatMap(({ figure, unit, value }) => {
      const { periodFrom, periodUntil } = each.data;
      const base = { ...question, figure, unit, asOf: periodUntil, filters: {}, register: 'recommender', of: undefined, rule: undefined, calendar: undefined };
      const ours = figure === 'blocked' || figure === 'pending'
        ? evaluate({ ...base, by: [] }).total
        : figure === 'blocks' || figure === 'unblocks'
          ? evaluate({ ...base, by: [], from: periodFrom, until: periodUntil }).total
          : Object.entries(evaluate({ ...base, by: ['day'] }).cells).filter(([day]) => periodFrom <= day && day <= periodUntil).reduce((sum, [, count]) => sum + count, 0);
      return ours === value ? [] : [of('counts-contradict', each)];
    }));
