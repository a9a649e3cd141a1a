import type { Express, NextFunction, Request, Response } from 'express';
import { Problem, sendProblem } from '../problem/problem';

interface Route {
  readonly path: string;
  readonly methods: Readonly<Record<string, boolean>>;
}

/** Every route of the server, as registered. */
export const routesOf = (server: Express): readonly Route[] =>
  (server as unknown as { router: { stack: readonly { route?: { path: unknown; methods: Record<string, boolean> } }[] } }).router.stack
    .flatMap(({ route }) => (route === undefined || typeof route.path !== 'string' ? [] : [{ path: route.path, methods: route.methods }]));

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`);

/** Tells an address that is there, but takes another method, from one that is not there: 405 with `Allow`, not 404. */
export const refuseOtherMethods = (server: Express) => {
  let known: readonly { readonly pattern: RegExp; readonly methods: readonly string[] }[] | undefined;
  return (request: Request, response: Response, next: NextFunction): void => {
    known ??= routesOf(server).map(({ path, methods }) => ({
      pattern: patternOf(path), methods: Object.keys(methods).map((method) => method.toUpperCase()),
    }));
    const methods = new Set(known.filter(({ pattern }) => pattern.test(request.path)).flatMap((route) => route.methods));
    if (methods.has('GET')) methods.add('HEAD');
    if (methods.size === 0 || methods.has(request.method)) return next();
    const allowed = [...methods].sort().join(', ');
    return sendProblem(response, new Problem('method-not-allowed', `This address takes ${allowed}.`, { headers: { Allow: allowed } }));
  };
};
