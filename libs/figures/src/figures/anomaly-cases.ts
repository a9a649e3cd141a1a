import { NEVER, type DayNumber } from '@netral/projections';
import type { ColumnTable } from '../columns/column-table';
import type { CountFigure } from '../question/figure';
import { blocked, blocks, unblocks } from './blocked';
import { pending, recommended, settled } from './followed-up';
import { reported } from './registered';
import type { Unit } from '../question/units';
import { daysFrom } from '../things/columns';
import { letterNumbers } from '../things/letter-numbers';
import type { Moment } from '../things/known';

/** One contradiction in sight: what kind, in whose message, about whom, and which event shows it. */
export interface AnomalyCase {
  readonly kind: string;
  readonly agency: string;
  /** '' where it is about no employer in particular. */
  readonly employer: string;
  readonly letter: string;
  /** Document of the projection that saw it, by number. */
  readonly doc: number;
  readonly eventOrdinal: number;
  readonly day: DayNumber;
}

/** Every contradiction in sight at the moment, by event, then kind. */
export const casesInSight = (moment: Moment): readonly AnomalyCase[] =>
  moment.once('anomaly cases', () =>
    [...recorded(moment), ...contradictedCounts(moment)].sort((a, b) => a.eventOrdinal - b.eventOrdinal || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)),
  );

const recorded = (moment: Moment): AnomalyCase[] =>
  moment.known.models.tables('anomalies').flatMap((table) => {
    const text = reader(table);
    const [day, untilOn, eventOrdinal] = ['day', 'untilOn', 'eventOrdinal'].map((name) => table.int(name)) as [Int32Array, Int32Array, Int32Array];
    const cases: AnomalyCase[] = [];
    for (const row of rowsOfAnySeason(moment, table)) {
      if (day[row]! > moment.asOf || moment.asOf >= untilOn[row]!) continue;
      const letter = text('letter', row);
      // A block names the letter it rests on; once that letter is in effect there is a ground.
      if (letter !== '' && issuedOnOf(moment, letter) <= moment.asOf) continue;
      cases.push({
        kind: text('kind', row), agency: text('agency', row), employer: text('employer', row), letter,
        doc: table.doc[row]!, eventOrdinal: eventOrdinal[row]!, day: day[row]!,
      });
    }
    return cases;
  });

/** Rows of the season, and those that say nothing of a season: a message set aside may not have told it. */
const rowsOfAnySeason = (moment: Moment, table: ColumnTable): readonly number[] => {
  const { ordinal, season } = moment.known.basis;
  const { codes, values } = table.text('season');
  const wanted = values.map((value) => value === season || value === '');
  const rows: number[] = [];
  const begun = table.begun(ordinal);
  for (let row = 0; row < begun; row += 1) if (wanted[codes[row]!] === true && table.visible(row, ordinal)) rows.push(row);
  return rows;
};

/** Day of a letter of any season, by its id; NEVER when it is not known. */
const issuedOnOf = (moment: Moment, letter: string): DayNumber => {
  const { models, basis } = moment.known;
  for (const table of models.tables('letterPersons')) {
    const doc = letterNumbers(models, table).get(letter);
    const days = moment.known.once(`issued days ${table.docs}`, () => issuedDays(table, basis.ordinal));
    if (doc !== undefined && days[doc] !== NEVER) return days[doc]!;
  }
  return NEVER;
};

/** Day of each letter known at a place in the log, by number; NEVER of one that is not. */
const issuedDays = (table: ColumnTable, ordinal: number): Int32Array => {
  const issuedOn = table.int('issuedOn');
  const days = new Int32Array(table.docs).fill(NEVER);
  const begun = table.begun(ordinal);
  for (let row = 0; row < begun; row += 1) if (table.visible(row, ordinal)) days[table.doc[row]!] = issuedOn[row]!;
  return days;
};
/** Figures that an agency submits counts of: ours of the whole period for a stock, else of what happened in it. */
const submitted: Readonly<Record<string, { readonly figure: CountFigure; readonly stock?: true }>> = {
  reported: { figure: reported }, recommended: { figure: recommended }, settled: { figure: settled },
  pending: { figure: pending, stock: true }, blocked: { figure: blocked, stock: true },
  blocks: { figure: blocks }, unblocks: { figure: unblocks },
};

const contradictedCounts = (moment: Moment): AnomalyCase[] =>
  moment.known.models.tables('submittedCounts').flatMap((table) => {
    const text = reader(table);
    const int = (name: string, row: number) => table.int(name)[row]!;
    return [...moment.known.rows(table)]
      .filter((row) => int('submittedOn', row) <= moment.asOf)
      .filter((row) => {
        const ours = countInPeriod(moment, text('figure', row), text('unit', row), int('periodFrom', row), int('periodUntil', row));
        return ours !== undefined && ours !== int('value', row);
      })
      .map((row) => ({
        kind: 'counts-contradict', agency: text('agency', row), employer: '', letter: '',
        doc: table.doc[row]!, eventOrdinal: int('eventOrdinal', row), day: int('submittedOn', row),
      }));
  });

/** Our own count, asked with `asOf` the period's last day; undefined where the figure does not count that unit. */
const countInPeriod = (moment: Moment, figureId: string, unit: string, from: DayNumber, until: DayNumber): number | undefined => {
  const asked = submitted[figureId];
  if (asked === undefined || !asked.figure.units.includes(unit as Unit)) return undefined;
  const at = moment.known.moment(from, until, 'recommender');
  return at.once(`${figureId} ${unit}`, () => {
    const things = asked.figure.things(at, unit as Unit);
    const counted = asked.stock === true ? things.map(({ size }) => size) : things.map((each) => daysFrom(each.column('day'), from));
    return counted.reduce((sum, count) => sum + count, 0);
  });
};

const reader = (table: ColumnTable) => (name: string, row: number): string => {
  const { codes, values } = table.text(name);
  return values[codes[row]!] ?? '';
};
