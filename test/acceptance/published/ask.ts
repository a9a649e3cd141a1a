import type { Question } from './published-questions';

/** GET of a path below the server's root; the body parsed. */
export type Ask = (path: string) => Promise<{ readonly status: number; readonly body: unknown }>;

export interface ListedEvent {
  readonly type: string;
  readonly agency: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface Cell {
  readonly key: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
}
export interface Answer {
  readonly cells: readonly Cell[];
  readonly total: number | { readonly value: number; readonly numerator: number; readonly denominator: number };
}

export const pathOf = ({ figure, parameters }: Extract<Question, { kind: 'figure' }>): string =>
  `/v1/figures/${figure}?${new URLSearchParams(parameters).toString()}`;

/** One figure over HTTP. @throws Error when Netral does not answer 200 */
export const askFigure = async (ask: Ask, path: string): Promise<Answer> => {
  const { status, body } = await ask(path);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body as Answer;
};

/** Every event of one type, page by page; the key must allow it. */
export const askEvents = async (ask: Ask, type: string): Promise<readonly ListedEvent[]> => {
  const found: ListedEvent[] = [];
  for (let after = ''; ;) {
    const { status, body } = await ask(
      `/v1/events?${new URLSearchParams({ type, limit: '1000', ...(after === '' ? {} : { after }) }).toString()}`,
    );
    if (status !== 200) throw new Error(`/v1/events?type=${type}: ${status} ${JSON.stringify(body)}`);
    const { items, next } = body as { items: readonly ListedEvent[]; next: string | null };
    found.push(...items);
    if (next === null) return found;
    after = next;
  }
};
