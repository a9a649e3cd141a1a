import { NotAcceptableException } from '@nestjs/common';
import type { Request } from 'express';

/** @throws NotAcceptableException when the asker takes none of the media types there are */
export const requireAcceptable = (request: Request, types: readonly string[]): void => {
  if (request.accepts([...types]) === false) throw new NotAcceptableException(`This is given as ${types.join(' or ')} only.`);
};
