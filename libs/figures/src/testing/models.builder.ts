import { dayOf, emptyRulebook, evolveRulebook, type Rulebook } from '@netral/domain';
import { NEVER, tables, type TableName } from '@netral/projections';
import { answer, type Answer } from '../answer/answer';
import type { Question } from '../question/question';
import type { Models } from '../things/known';
import { tableOf, type PlainRow } from './table.builder';

export type PlainTables = Partial<Readonly<Record<TableName, readonly PlainRow[]>>>;
/** Rules of a test: each adopted after the one before it. */
export type PlainRule = { readonly type: 'DeadlineRuleAdopted' | 'HolidayCalendarAdopted'; readonly data: unknown };

/** Days that a row does not name never come. */
const dayColumns = ['deliveredOn', 'startedOn', 'settledOn', 'withdrawnOn', 'disputedOn', 'dismissedOn', 'forwardedOn', 'returnedOn', 'examinedOn', 'notProvenOn', 'untilOn'];
const withNever = (row: PlainRow): PlainRow => ({ ...Object.fromEntries(dayColumns.map((name) => [name, NEVER])), season: 'pilkada-2020', ...row });

export const rulebookOf = (rules: readonly PlainRule[]): Rulebook =>
  rules.reduce((book, event, ordinal) => evolveRulebook(book, { ...event, position: String(ordinal).padStart(20, '0'), ordinal, recordedOn: 0 } as never), emptyRulebook);

const common = { adoptedOn: '2020-01-01', appliesTo: 'recommendation', validUntil: null, label: { id: '-', en: '-' }, source: '-' };
export const fourteenCalendarDays: PlainRule = {
  type: 'DeadlineRuleAdopted',
  data: { ...common, ruleId: 'ppk-14-calendar', days: 14, dayKind: 'calendar', from: 'issued', validFrom: '2020-01-01' },
};
export const ruleOf = (ruleId: string, more: object): PlainRule => ({ type: 'DeadlineRuleAdopted', data: { ...(fourteenCalendarDays.data as object), ruleId, validFrom: null, ...more } });

/** For tests: models made from plain rows; a document's id is `<projection>-<number>`. */
export const modelsOf = (plain: PlainTables, rules: readonly PlainRule[] = [fourteenCalendarDays]): Models => {
  const made = new Map(Object.entries(plain).map(([name, rows]) => [name, tableOf(tables[name as TableName], rows.map(withNever))]));
  return {
    tables: (name) => [made.get(name)].filter((table) => table !== undefined),
    rulebook: rulebookOf(rules),
    idOf: (projection, number) => `${projection}-${number}`,
  };
};

export const d = dayOf;
const defaults = { unit: 'persons', season: 'pilkada-2020', asOf: d('2020-10-26'), ordinal: 1_000_000, by: [], filters: {}, rule: 'in-force', calendar: 'known' } as const;
export type Asking = Partial<Question> & Pick<Question, 'figure'>;
export const questionOf = (asking: Asking): Question => ({ ...defaults, ...asking });

export const ask = (models: Models, asking: Asking): Answer => answer(questionOf(asking), models);
/** Cells as `key: value`, in their order. */
export const cellsOf = ({ cells }: Answer): Readonly<Record<string, number | null>> =>
  Object.fromEntries(cells.map(({ key, value }) => [Object.values(key).join(' '), value]));
