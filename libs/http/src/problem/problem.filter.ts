import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOG, type Log } from '@netral/platform';
import type { Request, Response } from 'express';
import { sendProblem } from './problem';
import { problemOf } from './problem-of';

/** Where an error came from, without its message: that may hold a piece of what was sent. */
const framesOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim()).join(' < ') : typeof error;

/** Every error becomes one `application/problem+json`; what is a fault of ours goes to the log, not to the asker. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    // The asker has gone: there is nobody to answer, and nothing of ours failed.
    if (request.destroyed && !request.complete) {
      http.getResponse<Response>().destroy();
      return;
    }
    const problem = problemOf(error);
    if (problem.code === 'internal') {
      const { method, route } = request;
      this.log.error('a request failed', { method, route: String((route as { path?: unknown } | undefined)?.path ?? ''), error: error instanceof Error ? error.name : typeof error, frames: framesOf(error) });
    }
    sendProblem(http.getResponse<Response>(), problem);
  }
}
