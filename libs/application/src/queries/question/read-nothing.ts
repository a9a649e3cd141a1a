import { Problems } from './problems';
import { rawParameters, readParameters } from './read-parameters';

/** @throws QueryError when a question that takes no parameter was given one */
export const readNothing = (search: string): void => {
  const problems = new Problems();
  readParameters(rawParameters(search), {}, problems);
  problems.refuseIfAny();
};
