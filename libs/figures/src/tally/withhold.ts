import { employerDimensions, employerOfPlace, type Dimension } from '../question/dimensions';
import type { Filters } from '../question/question';
import type { Things } from '../things/things';
import { completeWithheld } from './complete-withheld';
import { joinTable, type JoinCell } from './join-table';

/** Fewer persons than this could point at one human. */
export const personsShownMin = 3;

/** What may not be shown of the cells of a question: all, or those of these keys. */
export interface Withheld {
  /** Several values in a filter of the join: one of them could be had from two such questions. */
  readonly all: boolean;
  has(keys: readonly string[]): boolean;
}

export interface WithholdAsked {
  readonly by: readonly Dimension[];
  readonly filters: Filters;
  /** The span counted over is itself a trait: fewer days than the season so far. */
  readonly span: boolean;
}

export const nothingWithheld: Withheld = { all: false, has: () => false };
const isOwn = (dimension: Dimension): boolean => (employerDimensions as readonly Dimension[]).includes(dimension);

/**
 * What must be withheld where the question joins one employer with a trait not its own. A province and a type of region name an
 * employer where there is only one such (the provincial government itself, the only kota of a province).
 */
export const withheldOf = (all: readonly Things[], { by, filters, span }: WithholdAsked): Withheld => {
  const dimensions = [...new Set([...by, ...(Object.keys(filters) as Dimension[])])];
  const foreign = dimensions.filter((dimension) => !isOwn(dimension)).sort();
  const names = dimensions.includes('employer') || (dimensions.includes('province') && dimensions.includes('regionType'));
  if (!names || (foreign.length === 0 && !span)) return nothingWithheld;
  if (Object.values(filters).some((values) => values.length > 1)) return { all: true, has: () => true };
  const withheld = withheldCells(joinTable(all, ['employer', ...foreign]));
  const valueOf = (dimension: Dimension, keys: readonly string[]) => (by.includes(dimension) ? keys[by.indexOf(dimension)] : filters[dimension]?.[0]);
  return {
    all: false,
    has: (keys) => {
      const employer = valueOf('employer', keys) ?? employerOfPlace(valueOf('province', keys) ?? '', valueOf('regionType', keys) ?? '');
      return employer !== undefined && withheld.has(cellName([employer, ...foreign.map((dimension) => valueOf(dimension, keys) ?? '')]));
    },
  };
};

const withheldCells = (cells: readonly JoinCell[]): ReadonlySet<string> => {
  const withheld = new Set(cells.filter(({ persons, partPersons }) => persons < personsShownMin || (partPersons > 0 && partPersons < personsShownMin)));
  completeWithheld(cells, withheld);
  return new Set([...withheld].map(({ keys }) => cellName(keys)));
};

const cellName = (keys: readonly string[]): string => keys.join('\u0000');
