import fc from 'fast-check';
import type { Dimension } from '../question/dimensions';
import type { FigureId, Question } from '../question/question';
import { ask, d, type Asking } from '../testing/models.builder';
import { randomModels } from '../testing/random-models';
import type { Models } from '../things/known';
import { dimensionsOf, figures, unitsOf } from './catalogue';

const asOf = fc.integer({ min: d('2020-08-20'), max: d('2020-10-20') });
const letterUnit = fc.constantFrom('persons' as const, 'recommendations' as const);
const runs = { numRuns: 40 };

const cell = (models: Models, asking: Asking): Map<string, number> =>
  new Map(ask(models, asking).cells.map(({ key, value, numerator }) => [JSON.stringify(key), numerator ?? value ?? 0]));
const sum = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0);
const counted = figures.filter(({ counts, id }) => counts === 'things' && id !== 'anomalies');
/** Every count figure in each of its units, on a random day, by a random dimension of its own. */
const aQuestion = fc
  .tuple(fc.constantFrom(...counted.flatMap(({ id }) => unitsOf(id).map((unit) => ({ figure: id, unit })))), asOf, fc.nat(100), fc.nat(100))
  .map(([{ figure, unit }, day, one, other]) => {
    const register = figure === 'reported' || figure === 'violations' ? ('bawaslu' as const) : undefined;
    const dimensions = dimensionsOf(figure, undefined, register);
    const [first, second] = [dimensions[one % dimensions.length]!, dimensions[other % dimensions.length]!];
    return { asking: { figure, unit, asOf: day, ...(register === undefined ? {} : { register }) }, first, second };
  });

describe('sums close', () => {
  it('recommended is settled and pending, in total and in every cell but by day', () =>
    fc.assert(
      fc.property(randomModels, asOf, letterUnit, fc.constantFrom<Dimension>('employer', 'province', 'regionType', 'sanction', 'class'), (models, day, unit, by) => {
        const of = (figure: FigureId) => cell(models, { figure, unit, asOf: day, by: [by] });
        const total = (figure: FigureId) => ask(models, { figure, unit, asOf: day }).total as number;
        const [recommended, settled, pending] = [of('recommended'), of('settled'), of('pending')];
        for (const [key, value] of recommended) expect(value).toBe((settled.get(key) ?? 0) + (pending.get(key) ?? 0));
        expect(total('recommended')).toBe(total('settled') + total('pending'));
        expect(total('in-process')).toBeLessThanOrEqual(total('pending'));
        expect(ask(models, { figure: 'follow-up-rate', unit, asOf: day }).total).toMatchObject({ numerator: total('settled'), denominator: total('recommended') });
      }),
      runs,
    ));

  it('cells and remainder add up to the total, by any dimension', () =>
    fc.assert(
      fc.property(randomModels, aQuestion, (models, { asking, first }) => {
        const { total, remainder } = ask(models, { ...asking, by: [first] });
        expect(sum(cell(models, { ...asking, by: [first] }).values()) + (remainder as number)).toBe(total);
        expect(ask(models, asking).total).toBe(total);
      }),
      runs,
    ));

  it('two dimensions add up to one, over what has a value in both', () =>
    fc.assert(
      fc.property(randomModels, aQuestion.filter(({ first, second }) => first !== second), (models, { asking, first, second }) => {
        const both = ask(models, { ...asking, by: [first, second] });
        for (const { key, value } of ask(models, { ...asking, by: [first] }).cells) {
          const filters = { [first]: [key[first]!] };
          const rest = ask(models, { ...asking, by: [second], filters }).remainder as number;
          expect(sum(both.cells.filter((each) => each.key[first] === key[first]).map((each) => each.value!)) + rest).toBe(value);
        }
      }),
      runs,
    ));

  it('a filter gives what the cell of that value gives', () =>
    fc.assert(
      fc.property(randomModels, aQuestion, (models, { asking, first }) => {
        for (const { key, value } of ask(models, { ...asking, by: [first] }).cells) {
          expect(ask(models, { ...asking, filters: { [first]: [key[first]!] } }).total).toBe(value);
        }
      }),
      runs,
    ));

  it('a share adds up to its base, whatever is left out of its cells', () =>
    fc.assert(
      fc.property(randomModels, aQuestion, fc.option(fc.integer({ min: 1, max: 3 })), (models, { asking, first }, top) => {
        const { figure: of, ...rest } = asking;
        const share = ask(models, { ...rest, figure: 'share', of, by: [first], ...(top === null ? {} : { top }) });
        const base = ask(models, asking).total;
        expect(share.total).toMatchObject({ numerator: base, denominator: base });
        expect(sum(share.cells.map(({ numerator }) => numerator!)) + (share.remainder as { numerator: number }).numerator).toBe(base);
      }),
      runs,
    ));

  it('stock and flows reconcile, in every cell of office, ground and employer', () =>
    fc.assert(
      fc.property(randomModels, asOf, fc.nat(30), fc.constantFrom<Dimension>('office', 'ground', 'employer'), (models, until, days, by) => {
        const from = until - days;
        const of = (figure: FigureId, more: Partial<Question>) => cell(models, { figure, unit: 'personnel-records', by: [by], ...more });
        const [before, after] = [of('blocked', { asOf: from - 1 }), of('blocked', { asOf: until })];
        const [blocks, unblocks] = [of('blocks', { asOf: until, from, until }), of('unblocks', { asOf: until, from, until })];
        for (const key of new Set([before, after, blocks, unblocks].flatMap((cells) => [...cells.keys()]))) {
          const at = (cells: Map<string, number>) => cells.get(key) ?? 0;
          expect(at(after)).toBe(at(before) + at(blocks) - at(unblocks));
        }
      }),
      runs,
    ));
});
