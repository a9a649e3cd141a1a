import type { NextFunction, Request, Response } from 'express';

const HEADERS: Readonly<Record<string, string>> = {
  // Nothing from another host, no inline script, no frame around us.
  'Content-Security-Policy': "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

/** Headers of every answer. */
export const securityHeaders = (_request: Request, response: Response, next: NextFunction): void => {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  response.removeHeader('X-Powered-By');
  next();
};
