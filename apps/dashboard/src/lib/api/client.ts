export interface ProblemError { readonly parameter?: string; readonly pointer?: string; readonly found?: string; readonly expected?: string }
/** A refusal as the API gives it (RFC 9457). */
export interface Problem { readonly status: number; readonly code: string; readonly detail: string; readonly errors: readonly ProblemError[] }

export type Outcome<T> = { readonly kind: 'answer'; readonly answer: T } | { readonly kind: 'problem'; readonly problem: Problem } | { readonly kind: 'lost' };

/** Answers larger than this are not shown: the page says so instead of standing still. */
const ANSWER_BYTES_MAX = 8_388_608;
const KEPT_MAX = 300;
const kept = new Map<string, unknown>();

/** An answer that was kept: it was asked for a time that is past, or by its own `self`. */
export const keptAnswer = <T>(address: string): T | undefined => kept.get(address) as T | undefined;

const keep = (address: string, answer: unknown): void => {
  kept.delete(address);
  kept.set(address, answer);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_MAX) return;
    kept.delete(oldest);
  }
};

/** Asks the API once. `stable`: the answer to this very address will never change, so it is kept. */
export const askOnce = async <T>(address: string, stable: boolean, signal: AbortSignal): Promise<Outcome<T>> => {
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, { signal, headers: { accept: 'application/json' }, credentials: 'same-origin' });
    text = await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'lost' };
  }
  if (text.length > ANSWER_BYTES_MAX) return { kind: 'problem', problem: { status: 200, code: 'too-large', detail: String(text.length), errors: [] } };
  const body = parsed(text);
  if (response.ok && body !== undefined) {
    const answer = body as T & { self?: string };
    if (stable) keep(address, answer);
    if (typeof answer.self === 'string') keep(answer.self, answer);
    return { kind: 'answer', answer };
  }
  const { code = 'unreadable', detail = '', errors = [] } = (body ?? {}) as Partial<Problem>;
  // What stands in front of the API when it is down answers 502 or 504, and not in its words.
  if (response.status >= 502 && response.status <= 504 && code !== 'no-season') return { kind: 'lost' };
  return { kind: 'problem', problem: { status: response.status, code, detail, errors } };
};

const parsed = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};
