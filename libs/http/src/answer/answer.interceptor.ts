import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Answered } from '@netral/application';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { AccessLog } from '../access/access-log';
import { callerOf } from '../access/caller';
import { requireAcceptable } from './accept';

const SECONDS_PER_YEAR = 31_536_000;
export const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Writes an answer's bytes once and names them by their hash. What it shows depends on the key it was asked with, so a
 * shared cache may keep only what was asked with none; only a pinned question may be kept without asking again.
 * Whose persons it shows is written down first: an answer that cannot be recorded is not given, and one that was given is not
 * kept, or it would be read again unrecorded.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly accessLog: AccessLog) {}

  intercept(context: ExecutionContext, next: CallHandler<Answered<object>>): Observable<string> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    requireAcceptable(request, ['application/json']);
    return next.handle().pipe(mergeMap(async ({ body, pinned, persons = [] }) => {
      await this.recordReads(request, persons);
      const text = JSON.stringify(body);
      for (const [name, value] of Object.entries(headersOf(request, text, pinned, persons.length > 0))) response.setHeader(name, value);
      return text;
    }));
  }

  private async recordReads(request: Request, persons: readonly string[]): Promise<void> {
    const caller = callerOf(request);
    if (caller.kind === 'public' || persons.length === 0) return;
    const what = String((request.route as { path?: unknown } | undefined)?.path ?? request.path);
    await this.accessLog.record(persons.map((of) => ({ keyId: caller.keyId, what, of })));
  }
}

const headersOf = ({ headers }: Request, text: string, pinned: boolean, names: boolean): Readonly<Record<string, string>> => {
  const signed = headers.authorization !== undefined || headers.cookie !== undefined;
  return {
    'Content-Type': JSON_TYPE,
    Vary: 'Authorization, Cookie',
    ETag: `"${createHash('sha256').update(text).digest('base64url')}"`,
    'Cache-Control': names ? 'private, no-store' : pinned ? `${signed ? 'private' : 'public'}, max-age=${SECONDS_PER_YEAR}, immutable` : `${signed ? 'private, ' : ''}no-cache`,
  };
};
