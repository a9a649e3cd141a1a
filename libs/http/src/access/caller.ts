import type { Request } from 'express';

/** Who asks. `keyId` names the key (never the key itself): it stands in the access log. */
export type Caller =
  | { readonly kind: 'public' }
  | { readonly kind: 'agency'; readonly agency: string; readonly employers?: readonly string[]; readonly keyId: string }
  | { readonly kind: 'investigator'; readonly keyId: string }
  | { readonly kind: 'operator'; readonly keyId: string };
export type CallerKind = Caller['kind'];

const callers = new WeakMap<object, Caller>();

/** Set once by the guard, from the key or the browser's session. */
export const setCaller = (request: Request, caller: Caller): void => {
  callers.set(request, caller);
};

/** Who asks this request; anyone, until the guard has found out. */
export const callerOf = (request: Request): Caller => callers.get(request) ?? { kind: 'public' };
