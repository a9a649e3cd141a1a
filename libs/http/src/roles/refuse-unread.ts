import type { ModelsFeed, ReadModels } from '@netral/application';
import type { NextFunction, Request, Response } from 'express';
import { Problem, sendProblem } from '../problem/problem';

const RETRY_SECONDS = 1;
/** Addresses that speak of the process, not of the read models. */
const OF_THE_PROCESS = /^\/v1\/(live|projections)$/;

/** While no read models are held there is nothing to answer from: neither zero nor "no season", but not yet. */
export const refuseUnread = (feed: ModelsFeed, models: Pick<ReadModels, 'length'>) => (request: Request, response: Response, next: NextFunction): void => {
  const { state, reason } = feed.current;
  if (models.length > 0 || state === 'live' || !request.path.startsWith('/v1/') || OF_THE_PROCESS.test(request.path)) return next();
  const why = reason === undefined ? 'The read models are being read.' : 'The read models cannot be read: their store is away, or another release made them.';
  return sendProblem(response, new Problem('not-ready', why, { retryAfterSeconds: RETRY_SECONDS }));
};
