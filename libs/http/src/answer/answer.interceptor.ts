import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { requireAcceptable } from './accept';
import type { Answer } from './answer';

const SECONDS_PER_YEAR = 31_536_000;
export const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Writes an answer's bytes once and names them by their hash. What it shows depends on the key it was asked with, so a
 * shared cache may keep only what was asked with none; only a pinned question may be kept without asking again.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<string> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    requireAcceptable(request, ['application/json']);
    return next.handle().pipe(map(({ body, pinned }) => {
      const text = JSON.stringify(body);
      const signed = request.headers.authorization !== undefined || request.headers.cookie !== undefined;
      response.setHeader('Content-Type', JSON_TYPE);
      response.setHeader('Vary', 'Authorization, Cookie');
      response.setHeader('ETag', `"${createHash('sha256').update(text).digest('base64url')}"`);
      response.setHeader('Cache-Control', pinned ? `${signed ? 'private' : 'public'}, max-age=${SECONDS_PER_YEAR}, immutable` : `${signed ? 'private, ' : ''}no-cache`);
      return text;
    }));
  }
}
