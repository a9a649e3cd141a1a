import type { NextFunction, Request, Response } from 'express';
import { Problem, sendProblem } from '../problem/problem';

const ADDRESSES_MAX = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** One bucket an address: `perSecondMax` requests a second, as many at once. The address that was silent longest is forgotten first. */
export class RequestBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly perSecondMax: number, private readonly now: () => number, private readonly addressesMax = ADDRESSES_MAX) {}

  /** Seconds to wait; 0 when the request may pass. */
  take(address: string): number {
    const now = this.now();
    const bucket = this.buckets.get(address) ?? { tokens: this.perSecondMax, at: now };
    const earned = (Math.max(0, now - bucket.at) / 1000) * this.perSecondMax;
    bucket.tokens = Math.min(this.perSecondMax, bucket.tokens + earned);
    bucket.at = now;
    this.buckets.delete(address);
    this.buckets.set(address, bucket);
    for (const oldest of this.buckets.keys()) {
      if (this.buckets.size <= this.addressesMax) break;
      this.buckets.delete(oldest);
    }
    if (bucket.tokens < 1) return (1 - bucket.tokens) / this.perSecondMax;
    bucket.tokens -= 1;
    return 0;
  }
}

/** Refuses with 429 who asks too fast. By the address of the connection: a header could say anything. */
export const rateLimit = (perSecondMax: number, now: () => number) => {
  const buckets = new RequestBuckets(perSecondMax, now);
  return (request: Request, response: Response, next: NextFunction): void => {
    const wait = buckets.take(request.socket.remoteAddress ?? '');
    if (wait === 0) return next();
    sendProblem(response, new Problem('too-fast', `at most ${perSecondMax} requests a second`, { retryAfterSeconds: wait }));
  };
};
