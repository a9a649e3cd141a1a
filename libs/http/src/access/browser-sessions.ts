import { createHash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = 'netral_session';
const SESSION_MS = 12 * 3_600_000;
const TOKENS_MAX = 100;
const SESSIONS_MAX = 100;
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const keepBelow = (map: Map<string, unknown>, max: number): void => {
  for (const oldest of map.keys()) {
    if (map.size < max) return;
    map.delete(oldest);
  }
};

/** Browsers signed in by a one-time token. In memory: a new start signs everyone out. Secrets are looked up by their hash. */
export class BrowserSessions {
  private readonly tokens = new Map<string, true>();
  private readonly sessions = new Map<string, { readonly keyId: string; readonly endsAt: number }>();
  private count = 0;

  constructor(private readonly now: () => number) {}

  /** A token that signs one browser in, once. */
  issueToken(): string {
    keepBelow(this.tokens, TOKENS_MAX);
    const token = randomBytes(24).toString('base64url');
    this.tokens.set(hashOf(token), true);
    return token;
  }

  /** The `Set-Cookie` of a new session; undefined when the token is unknown or was used. */
  redeem(token: string): string | undefined {
    if (!this.tokens.delete(hashOf(token))) return undefined;
    keepBelow(this.sessions, SESSIONS_MAX);
    const session = randomBytes(32).toString('base64url');
    this.sessions.set(hashOf(session), { keyId: `browser-${(this.count += 1)}`, endsAt: this.now() + SESSION_MS });
    return `${SESSION_COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${SESSION_MS / 1000}`;
  }

  /** Id of the session that a `Cookie` header carries, for the access log. */
  find(cookies: string | undefined): string | undefined {
    const session = cookies?.split(';').map((each) => each.trim().split('=')).find(([name]) => name === SESSION_COOKIE)?.[1];
    if (session === undefined) return undefined;
    const key = hashOf(session);
    const found = this.sessions.get(key);
    if (found === undefined) return undefined;
    if (this.now() < found.endsAt) return found.keyId;
    this.sessions.delete(key);
    return undefined;
  }
}
