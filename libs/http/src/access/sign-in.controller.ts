import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Problem } from '../problem/problem';
import { Allow } from './allow.decorator';
import { BrowserSessions } from './browser-sessions';

/** Signs a browser in as investigator by the one-time token that the start of the server printed. */
@ApiExcludeController()
@Controller('masuk')
export class SignInController {
  constructor(private readonly sessions: BrowserSessions) {}

  @Get()
  @Allow('public')
  signIn(@Query('token') token: unknown, @Req() { method }: Request, @Res() response: Response): void {
    // A HEAD is a look ahead (of a mail program, of a proxy): it may not use the token up.
    if (method !== 'GET') throw new Problem('method-not-allowed', 'This address takes GET.', { headers: { Allow: 'GET' } });
    const cookie = typeof token === 'string' ? this.sessions.redeem(token) : undefined;
    if (cookie === undefined) throw new Problem('unknown-token');
    response.setHeader('Set-Cookie', cookie);
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, '/');
  }
}
