import { dimensions, units } from '@netral/figures';
import { syntheticMark, understood, type Understood } from '../../questions/understood';
import { renderTable } from '../../table';
import { say, spoken, type Words } from '../../words';

interface Ratio {
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
}
interface Cell extends Ratio {
  readonly key: Readonly<Record<string, string>>;
  readonly label: Words;
  readonly withheld?: true;
}
type Value = number | Ratio | null;

/** An answer of `/v1/figures/{figure}`. */
export interface FigureAnswer extends Understood {
  readonly figure: string;
  readonly unit: string;
  readonly by: readonly string[];
  readonly cells: readonly Cell[];
  readonly total: Value;
  readonly remainder: Value;
}

/** An answer for people: one row a cell, total and remainder, and the question as understood. */
export function* figureLines(answer: FigureAnswer): Generator<string> {
  const unit = Object.hasOwn(units, answer.unit) ? spoken(units[answer.unit as keyof typeof units]) : answer.unit;
  yield `${answer.figure}: ${unit}${syntheticMark(answer)}`;
  const keys = keyNames(answer);
  const ratio = answer.cells.some(({ denominator }) => denominator !== undefined) || isRatio(answer.total);
  const sums: readonly (readonly [string, Value])[] = [
    [say('jumlah', 'total'), answer.total],
    ...(keys.length === 0 ? [] : [[say('sisanya', 'remainder'), answer.remainder] as const]),
  ];
  yield renderTable(
    [...keys.map(keyLabel), ...(keys.length === 0 ? [''] : ['label']), ...valueHead(ratio)],
    [
      ...answer.cells.map(({ key, label, ...value }) => [...keys.map((name) => key[name] ?? ''), ...(keys.length === 0 ? [''] : [spoken(label)]), ...valueCells(value, ratio)]),
      ...sums.map(([name, value]) => [...keys.map(() => ''), name, ...valueCells(value, ratio)]),
    ],
  );
  yield '';
  yield* understood(answer);
}

const keyNames = ({ by, cells }: FigureAnswer): readonly string[] => (cells[0]?.key['asOf'] === undefined ? by : ['asOf', ...by]);
const keyLabel = (name: string): string => (Object.hasOwn(dimensions, name) ? spoken(dimensions[name as keyof typeof dimensions].label) : name);
const isRatio = (value: Value): value is Ratio => typeof value === 'object' && value !== null;

const valueHead = (ratio: boolean): readonly string[] => (ratio ? ['%', say('dari', 'of'), say('dasar', 'base')] : [say('nilai', 'value')]);

const valueCells = (value: Value, ratio: boolean): readonly (string | number)[] => {
  const { value: shown, numerator, denominator } = isRatio(value) ? value : { value, numerator: undefined, denominator: undefined };
  const first = shown === null ? (ratio && denominator === 0 ? '–' : say('ditahan', 'withheld')) : ratio ? shown.toFixed(1) : shown;
  return ratio ? [first, numerator ?? '', denominator ?? ''] : [first];
};
