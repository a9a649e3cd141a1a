import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Problem } from '../problem/problem';
import { ALLOWED } from './allow.decorator';
import { BrowserSessions } from './browser-sessions';
import { setCaller, type Caller, type CallerKind } from './caller';
import { KeyRing } from './keys';

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;

/** Finds out who asks, and lets in whom the route names. A wrong key is refused everywhere: its owner would take the public answer for the whole. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly keys: KeyRing, private readonly sessions: BrowserSessions) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const caller = this.identify(request);
    setCaller(request, caller);
    const allowed = this.reflector.getAllAndOverride<readonly CallerKind[] | undefined>(ALLOWED, [context.getHandler(), context.getClass()]) ?? [];
    if (allowed.includes('public') || allowed.includes(caller.kind)) return true;
    throw caller.kind === 'public' ? new Problem('no-key') : new Problem('forbidden');
  }

  private identify(request: Request): Caller {
    const { authorization, cookie } = request.headers;
    if (authorization !== undefined) {
      const caller = this.keys.callerOf(BEARER.exec(authorization)?.[1] ?? '');
      if (caller === undefined) throw new Problem('unknown-key');
      return caller;
    }
    const keyId = this.sessions.find(cookie);
    return keyId === undefined ? { kind: 'public' } : { kind: 'investigator', keyId };
  }
}
