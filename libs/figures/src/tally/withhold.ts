import { employerDimensions, employersOfPlace, type Dimension } from '../question/dimensions';
import type { Filters } from '../question/question';
import type { Count } from './tally';

/** Fewer persons than this could point at one human. */
export const personsShownMin = 3;

/**
 * Whether these values together name one employer and join it with a trait not its own. A province and a type of region
 * name an employer where there is only one such (the provincial government itself, the only kota of a province).
 */
const joinsEmployer = (dimensions: readonly Dimension[], valueOf: (dimension: Dimension) => string | undefined): boolean => {
  if (dimensions.every((dimension) => (employerDimensions as readonly Dimension[]).includes(dimension))) return false;
  if (dimensions.includes('employer')) return true;
  const [province, type] = [valueOf('province'), valueOf('regionType')];
  return province !== undefined && type !== undefined && employersOfPlace(province, type) === 1;
};

const few = (persons: number): boolean => persons > 0 && persons < personsShownMin;

/** Whether a count must be withheld: it is of few persons, or of a rate's few persons, in such a join. */
export const mustWithhold = ({ persons, partPersons }: Count, by: readonly Dimension[], keys: readonly string[], filters: Filters): boolean => {
  if (!few(persons) && !few(partPersons)) return false;
  const filtered = Object.keys(filters) as Dimension[];
  const only = (dimension: Dimension) => (filters[dimension]?.length === 1 ? filters[dimension][0] : undefined);
  return joinsEmployer([...by, ...filtered], (dimension) => (by.includes(dimension) ? keys[by.indexOf(dimension)] : only(dimension)));
};
