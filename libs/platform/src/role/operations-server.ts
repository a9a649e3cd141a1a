import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** An answer of the operations' port. */
export interface OperationsAnswer {
  readonly status: number;
  readonly body: object;
}
/** A further address: undefined when the request is not for it. */
export type OperationsRoute = (request: IncomingMessage) => OperationsAnswer | undefined;

export interface OperationsOptions {
  readonly role: string;
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
  /** What the role is at, in a word. @throws when it is not ready, saying why */
  readonly ready: () => Promise<string>;
  readonly route?: OperationsRoute;
}
const HEADERS_MS_MAX = 10_000;

/** Metrics and health on a port of their own: `/metrics`, `/health/live`, `/health/ready`. Bodies of requests are not read. */
export const operationsServer = (options: OperationsOptions): Server => {
  const server = createServer((request, response) => {
    request.resume();
    void answer(options, request).then(
      ({ status, type, text }) => write(response, status, type, text),
      (error: Error) => write(response, 500, 'application/json', JSON.stringify({ status: 'failed', reason: error.name })),
    );
  });
  server.headersTimeout = HEADERS_MS_MAX;
  server.requestTimeout = HEADERS_MS_MAX;
  return server;
};

interface Written {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}
const json = ({ status, body }: OperationsAnswer): Written => ({ status, type: 'application/json', text: JSON.stringify(body) });

const answer = async ({ role, metrics, ready, route }: OperationsOptions, request: IncomingMessage): Promise<Written> => {
  const path = (request.url ?? '').split('?')[0];
  const routed = route?.(request);
  if (routed !== undefined) return json(routed);
  if (path !== '/metrics' && path !== '/health/live' && path !== '/health/ready') return json({ status: 404, body: { status: 'not found', role } });
  if (request.method !== 'GET' && request.method !== 'HEAD') return json({ status: 405, body: { status: 'method not allowed', role } });
  if (path === '/metrics') return { status: 200, type: metrics.contentType, text: await metrics.text() };
  if (path === '/health/live') return json({ status: 200, body: { status: 'ok', role } });
  try {
    return json({ status: 200, body: { status: 'ok', role, state: await ready() } });
  } catch (error) {
    return json({ status: 503, body: { status: 'not ready', role, reason: (error as Error).message } });
  }
};

const write = (response: ServerResponse, status: number, type: string, text: string): void => {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...(status === 503 ? { 'Retry-After': '1' } : {}) });
  response.end(text);
};
