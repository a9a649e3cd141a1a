import { letterOrders, letterStates } from '@netral/figures';
import { afterParameter } from '../question/cursor';
import { choiceParameter, dayParameter, integerParameter, type ValuesOf } from '../question/parameter';
import { seasonParameters } from '../question/season-question';
import { filterParameters } from '../figures/figure-parameters';

export const pageLimit = 100;
export const pageLimitMax = 1000;

/** Which letters a list holds. */
export const letterFilters = {
  state: choiceParameter('state', 'Letters in this state; open includes overdue.', letterStates),
  employer: filterParameters.employer,
  employerKind: filterParameters.employerKind,
  province: filterParameters.province,
  regionType: filterParameters.regionType,
  dueFrom: dayParameter('dueFrom', 'Due on this day or later.', '2020-10-01'),
  dueUntil: dayParameter('dueUntil', 'Due on this day or earlier.', '2020-10-25'),
};

export const letterParameters = {
  ...letterFilters,
  order: choiceParameter('order', 'Longest overdue first, or oldest letter first.', letterOrders, 'daysOverdue'),
  limit: integerParameter('limit', 'Letters on a page.', 1, pageLimitMax, pageLimit),
  after: afterParameter,
  ...seasonParameters,
};
export type AskedLetters = ValuesOf<typeof letterParameters>;
