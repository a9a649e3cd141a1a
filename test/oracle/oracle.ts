import { anomalies } from './anomalies';
import { walkRecords } from './blocks';
import { bandOf, countedLetters, type Counted } from './letters';
import type { OracleAnswer, OracleQuestion, RawEvent } from './raw-event';
import { perMatter, registered, type Register } from './registers';
import { standing } from './statements';

type Row = Readonly<Record<string, string>>;

/** Recomputes one figure from raw events alone, by the words of the definitions, with no thought for speed. */
export const oracle = (log: readonly RawEvent[], question: OracleQuestion): OracleAnswer => {
  const events = log.slice(0, question.known);
  const rows = rowsOf(events, question).filter((row) => Object.entries(question.filters).every(([dimension, values]) => values.includes(row[dimension] ?? '')));
  const cells: Record<string, number> = {};
  for (const row of rows) {
    const values = question.by.map((dimension) => row[dimension] ?? '');
    if (question.by.length === 0 || values.includes('')) continue;
    const key = values.join(',');
    cells[key] = (cells[key] ?? 0) + 1;
  }
  return { total: rows.length, cells };
};

const rowsOf = (events: readonly RawEvent[], question: OracleQuestion): Row[] => {
  switch (question.figure) {
    case 'reported': return registerRows(events, question, () => true, ({ day }) => day);
    case 'violations': return registered(standing(events), question.register as Register, question.season, question.asOf)
      .flatMap(({ dimensions, categories, day }) => categories.map((category) => ({ ...dimensions, category, day })));
    case 'dismissed': case 'forwarded': case 'returned': case 'not-proven': {
      const register = question.figure === 'dismissed' || question.figure === 'forwarded' ? 'bawaslu' : 'recommender';
      return registerRows(events, { ...question, register }, ({ later }) => later[question.figure] !== undefined, ({ later }) => later[question.figure]!.day, ({ later }) => later[question.figure]!.reason);
    }
    case 'recommended': return letterRows(events, question, () => true, 'issuedDay');
    case 'settled': return letterRows(events, question, ({ state }) => state === 'settled' || state === 'closed', 'settledDay');
    case 'pending': return letterRows(events, question, ({ state }) => state !== 'settled' && state !== 'closed', 'issuedDay');
    case 'in-process': return letterRows(events, question, ({ inProcess }) => inProcess, 'issuedDay');
    case 'overdue': return overdueRows(events, question);
    case 'blocked': return walkRecords(standing(events), question.season, question.asOf).flatMap(({ blocked }) => (blocked === undefined ? [] : [blocked]));
    case 'blocks': case 'unblocks': {
      const direction = question.figure === 'blocks' ? 1 : -1;
      return walkRecords(standing(events), question.season, question.asOf).flatMap(({ moments }) => moments)
        .filter((moment) => moment.direction === direction && question.from! <= moment.day && moment.day <= question.until!)
        .map(({ dimensions, day }) => ({ ...dimensions, day }));
    }
    case 'anomalies': return anomalies(events, question, (inner) => oracle(events, inner)).map(({ kind, agency }) => ({ kind, agency }));
    default: throw new Error(`the oracle knows no figure ${question.figure}`);
  }
};

type Registered = ReturnType<typeof registered>[number];
const registerRows = (
  events: readonly RawEvent[], { register, season, asOf, unit }: OracleQuestion, counts: (person: Registered) => boolean, day: (person: Registered) => string,
  reason: (person: Registered) => string = () => '',
): Row[] => {
  const persons = registered(standing(events), register as Register, season, asOf);
  // A report counts when one of its persons does, under its first person's traits and the earliest of the days.
  const things = unit === 'persons' ? persons.filter(counts) : perMatter(persons).flatMap((first) => {
    const those = persons.filter((person) => person.matter === first.matter && counts(person));
    const earliest = [...those].sort((a, b) => (day(a) === day(b) ? (reason(a) < reason(b) ? -1 : 1) : day(a) < day(b) ? -1 : 1))[0];
    return earliest === undefined ? [] : [{ ...earliest, dimensions: first.dimensions }];
  });
  return things.map((thing) => ({ ...thing.dimensions, day: day(thing), reason: reason(thing) }));
};

const letterRows = (events: readonly RawEvent[], question: OracleQuestion, counts: (thing: Counted) => boolean, day: string): Row[] => {
  const { persons, letters } = countedLetters(events, question);
  return (question.unit === 'persons' ? persons : letters).filter(counts).map(({ dimensions, state }) => ({
    ...dimensions, day: dimensions[day]!, sanctionImposed: state === 'settled' || state === 'closed' ? dimensions['sanctionImposed']! : '',
  }));
};

const overdueRows = (events: readonly RawEvent[], question: OracleQuestion): Row[] => {
  const { persons, letters } = countedLetters(events, question);
  if (question.unit === 'persons') return persons.filter(({ daysOverdue }) => daysOverdue !== undefined).map(({ dimensions }) => dimensions);
  const overdue = letters.filter(({ daysOverdue }) => daysOverdue !== undefined);
  if (question.unit === 'recommendations') return overdue.map(({ dimensions }) => dimensions);
  const regions = new Map<string, { row: Row; oldest: number }>();
  for (const { dimensions, daysOverdue } of overdue.filter((letter) => letter.dimensions['employerKind'] === 'region')) {
    const code = dimensions['employer']!;
    regions.set(code, { row: dimensions, oldest: Math.max(daysOverdue!, regions.get(code)?.oldest ?? 0) });
  }
  return [...regions.values()].map(({ row, oldest }) => ({ ...row, ageBand: bandOf(oldest) }));
};
