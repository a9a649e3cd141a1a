import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { startStandIn } from '../../kurrentdb/server/stand-in';

export interface KurrentDbNode {
  readonly port: number;
  /** Passwords by name, as they stand now. */
  readonly users: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The stand-in as a node with TLS, sign-in and the management of users: gRPC and HTTP at one port, as a real node has them. */
export const startKurrentDbNode = async (keyFile: string, certificateFile: string, adminPassword: string): Promise<KurrentDbNode> => {
  const users: Record<string, string> = { admin: adminPassword };
  const standIn = await startStandIn({ users });
  const management = createHttpServer((request, response) => void manage(users, request, response));
  const server = createServer({ key: readFileSync(keyFile), cert: readFileSync(certificateFile), ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
    socket.on('error', () => undefined);
    if (socket.alpnProtocol !== 'h2') {
      management.emit('connection', socket);
      return;
    }
    const behind = connect(standIn.port, '127.0.0.1');
    behind.on('error', () => socket.destroy());
    socket.pipe(behind).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.close();
    await standIn.stop();
  };
  return { port: (server.address() as { port: number }).port, users, close };
};

/** As a node's `/users`: who signs in as admin may ask for a user, make one and set a password. */
const manage = async (users: Record<string, string>, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  let text = '';
  for await (const part of request) text += String(part);
  const body = (text === '' ? {} : JSON.parse(text)) as { loginName?: string; password?: string; newPassword?: string };
  const answer = (status: number): void => void response.writeHead(status, { 'Content-Length': '0' }).end();
  const name = /^\/users\/([a-z]+)/.exec(request.url ?? '')?.[1];
  if (request.headers.authorization !== `Basic ${Buffer.from(`admin:${users['admin']}`).toString('base64')}`) return answer(401);
  if (request.method === 'POST' && request.url === '/users/' && body.loginName !== undefined && body.password !== undefined) {
    users[body.loginName] = body.password;
    return answer(201);
  }
  if (name === undefined || users[name] === undefined) return answer(404);
  if (request.method === 'POST' && body.newPassword !== undefined) users[name] = body.newPassword;
  return answer(200);
};
