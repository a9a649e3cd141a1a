import { setTimeout as sleep } from 'node:timers/promises';
import { request, type RequestOptions, type Response } from './request';

const RETRIES_MAX = 60;
const WAIT_SECONDS_MAX = 30;

/**
 * Sends a request that may be repeated. A server that asks to wait (429, 503) is given that time, again and again within a bound;
 * the last answer is returned whatever it is.
 */
export const withRetries = async (address: string, options: RequestOptions, signal: AbortSignal): Promise<Response> => {
  for (let retry = 0; ; retry += 1) {
    const response = await request(address, options);
    if ((response.status !== 429 && response.status !== 503) || retry === RETRIES_MAX || signal.aborted) return response;
    const asked = Number(response.headers['retry-after']);
    const seconds = Number.isFinite(asked) && asked > 0 ? Math.min(asked, WAIT_SECONDS_MAX) : 1;
    await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
  }
};
