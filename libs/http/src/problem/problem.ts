import type { Response } from 'express';
import { problemCodes, type ProblemCode } from './problem-codes';

/** What is wrong where: a query parameter, or a JSON pointer into the body. */
export interface ProblemError {
  readonly parameter?: string;
  readonly pointer?: string;
  readonly found?: string;
  readonly expected?: string;
}

export interface ProblemDetails {
  readonly errors?: readonly ProblemError[];
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal with its place in the table of problems. `detail` is for people; it never holds a NIP, a name or a path. */
export class Problem extends Error {
  constructor(readonly code: ProblemCode, readonly detail?: string, readonly details: ProblemDetails = {}) {
    super(detail ?? code);
    this.name = 'Problem';
  }

  get status(): number {
    return problemCodes[this.code].status;
  }

  /** RFC 9457. */
  body(): object {
    const { status, id, en } = problemCodes[this.code];
    const { errors = [] } = this.details;
    return { type: `/problems/${this.code}`, title: `${id} · ${en}`, status, detail: this.detail ?? en, code: this.code, errors };
  }
}

/** Answers with a problem. An answer that has begun is cut off, so that nobody takes the part for the whole. */
export const sendProblem = (response: Response, problem: Problem): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { headers = {}, retryAfterSeconds } = problem.details;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(Math.max(1, Math.ceil(retryAfterSeconds))));
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="netral"');
  response.setHeader('Cache-Control', 'no-store');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem.body()));
};
