import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Described } from '../openapi/described';
import { Problem } from '../problem/problem';
import { problemPage } from '../problem/problem.page';
import { Allow } from './allow.decorator';
import { BrowserSessions } from './browser-sessions';

/** Back to a view of this page and nowhere else: a link may not send anybody to another site. */
const viewOf = (next: unknown): string => (typeof next === 'string' && /^\/\?[\x21-\x7e]{0,2000}$/.test(next) ? next : '/');

/** Signs a browser in as investigator by the one-time token that the start of the server printed. */
@Controller('masuk')
export class SignInController {
  constructor(private readonly sessions: BrowserSessions) {}

  @Get()
  @Described({ summary: 'Signs a browser in as investigator, by the address that the start of the server printed, once', gives: { mediaType: 'text/html' }, status: 303, problems: [401] })
  @ApiQuery({ name: 'token', required: false, description: 'The one-time token', schema: { type: 'string' } })
  @ApiQuery({ name: 'next', required: false, description: 'The view to come back to: `/?` and its search', schema: { type: 'string' } })
  @ApiResponse({ status: 401, description: 'The token is not known or was used: a page for people, a problem for programs', content: { 'text/html': { schema: { type: 'string' } }, 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })
  @Allow('public')
  signIn(@Query('token') token: unknown, @Query('next') next: unknown, @Req() request: Request, @Res() response: Response): void {
    // A HEAD is a look ahead (of a mail program, of a proxy): it may not use the token up.
    if (request.method !== 'GET') throw new Problem('method-not-allowed', 'This address takes GET.', { headers: { Allow: 'GET' } });
    const cookie = typeof token === 'string' ? this.sessions.redeem(token) : undefined;
    if (cookie === undefined) {
      if (request.accepts(['application/problem+json', 'application/json', 'text/html']) !== 'text/html') throw new Problem('unknown-token');
      // A person followed the address a second time: a page tells what to do.
      response.status(401).type('html').setHeader('Cache-Control', 'no-store');
      response.setHeader('WWW-Authenticate', 'Bearer realm="netral"');
      response.send(problemPage('unknown-token'));
      return;
    }
    response.setHeader('Set-Cookie', cookie);
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, viewOf(next));
  }
}
