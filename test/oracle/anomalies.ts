import { blockStatements, walkRecords } from './blocks';
import { letters, sanctionsOf } from './letters';
import type { OracleQuestion, RawEvent } from './raw-event';
import { dayField, firstOf, ownDay, standing, type Statement } from './statements';

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
    ...aboutLetters(statements, mine, season, asOf),
    ...aboutBlocks(statements, mine, season, asOf),
    ...restated(mine, asOf),
    ...future(mine, asOf),
    ...setAside(events, season, asOf),
    ...contradictions(mine, question, evaluate),
  ];
};

const aboutLetters = (statements: readonly Statement[], mine: readonly Statement[], season: string, asOf: string): Anomaly[] => {
  const found: Anomaly[] = [];
  const known = letters(statements, season);
  for (const sanction of mine.filter(({ type }) => type === 'SanctionImposed')) {
    const { recommendationId } = sanction.data;
    const letter = known.find(({ id }) => id === recommendationId);
    const subjects: string[] | undefined = sanction.data.persons?.map(({ subject }: { subject: string }) => subject);
    if (letter === undefined || letter.issuedOn > asOf) {
      const counts = subjects === undefined
        ? countsForAll(statements, sanction)
        : subjects.some((subject) => sanctionsOf(statements, recommendationId, subject).counts.includes(sanction));
      if (ownDay(sanction) <= asOf && counts) found.push(of('sanction-without-recommendation', sanction));
    }
    if (letter === undefined || later(ownDay(sanction), letter.issuedOn) > asOf) continue;
    for (const subject of new Set(subjects ?? letter.persons.map((person) => person.subject))) {
      if (!sanctionsOf(statements, recommendationId, subject).counts.includes(sanction)) continue;
      const person = letter.persons.find((each) => each.subject === subject);
      if (person === undefined) found.push(of('sanction-on-unnamed-person', sanction));
      else if (person.sanction !== sanction.data.sanction) found.push(of('sanction-differs', sanction));
    }
  }
  for (const letter of known) {
    const ends = letter.persons.map(({ settledOn, withdrawnOn }) => [settledOn, withdrawnOn].filter((day) => day !== undefined).sort()[0]);
    const closedOn = ends.includes(undefined) ? undefined : later(...(ends as string[]));
    for (const each of mine.filter(({ data }) => data.recommendationId === letter.id)) {
      if (each.type === 'FollowUpStarted' && closedOn !== undefined && ownDay(each) > closedOn && later(ownDay(each), letter.issuedOn) <= asOf) found.push(of('follow-up-after-closing', each));
      if (each.type === 'RecommendationDelivered' && ownDay(each) < letter.issuedOn && letter.issuedOn <= asOf) found.push(of('delivered-before-issued', each));
    }
  }
  return found;
};

/** A sanction that names nobody counts unless an earlier one of the same decree names nobody either. */
const countsForAll = (statements: readonly Statement[], sanction: Statement): boolean =>
  statements.filter(({ type, data }) => type === 'SanctionImposed' && data.recommendationId === sanction.data.recommendationId && data.decreeNumber === sanction.data.decreeNumber && data.persons === undefined)[0] === sanction;

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

const restated = (mine: readonly Statement[], asOf: string): Anomaly[] => {
  const seen = (again: readonly { statement: Statement; first: Statement }[]): Anomaly[] =>
    again.filter(({ statement, first }) => later(ownDay(statement), ownDay(first)) <= asOf).map(({ statement }) => of('restated', statement));
  const opening = ['ViolationReported', 'ComplaintRegistered', 'RecommendationIssued'].flatMap((type) =>
    seen(firstOf(mine.filter((each) => each.type === type), ({ data }) => data.reportId ?? data.complaintId ?? data.recommendationId).again));
  return [...opening, ...seen(blockStatements(mine).again), ...restatedSanctions(mine, asOf)];
};

/** One a later statement, however many of its persons it repeats. */
const restatedSanctions = (mine: readonly Statement[], asOf: string): Anomaly[] => {
  const sanctions = mine.filter(({ type }) => type === 'SanctionImposed');
  const issued = firstOf(mine.filter(({ type }) => type === 'RecommendationIssued'), ({ data }) => data.recommendationId).counts;
  return sanctions.flatMap((each) => {
    const { recommendationId, decreeNumber } = each.data;
    const letterPersons: string[] = issued.find(({ data }) => data.recommendationId === recommendationId)?.data.persons.map(({ subject }: { subject: string }) => subject) ?? [];
    const personsOf = ({ data }: Statement): string[] => data.persons?.map(({ subject }: { subject: string }) => subject) ?? ['*', ...letterPersons];
    const before = sanctions.filter((other) => other.place < each.place && other.data.recommendationId === recommendationId && other.data.decreeNumber === decreeNumber);
    const firsts = personsOf(each).flatMap((subject) => before.filter((other) => personsOf(other).includes(subject)).slice(0, 1));
    if (firsts.length === 0) return [];
    const day = firsts.map((first) => later(ownDay(each), ownDay(first))).sort()[0]!;
    return day <= asOf ? [of('restated', each)] : [];
  });
};

const future = (mine: readonly Statement[], asOf: string): Anomaly[] =>
  mine.filter(({ type, sent, recordedOn }) => dayField[type] !== undefined && sent[dayField[type]!] > recordedOn && recordedOn <= asOf).map((each) => of('event-dated-in-the-future', each));

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
