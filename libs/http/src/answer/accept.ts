import type { Request } from 'express';
import { Problem } from '../problem/problem';

/** @throws Problem `not-acceptable` when the asker takes none of the media types there are */
export const requireAcceptable = (request: Request, types: readonly string[]): void => {
  if (request.accepts([...types]) === false) throw new Problem('not-acceptable', `This is given as ${types.join(' or ')} only.`);
};
