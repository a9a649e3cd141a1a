import * as http2 from 'node:http2';
import * as net from 'node:net';
import * as tls from 'node:tls';
import { GrpcCall } from './grpc-call';
import { CallStatus, Code, handlerThrew } from './status';

const WINDOW_BYTES = 1024 * 1024;

export type Handler = (call: GrpcCall) => Promise<void>;

export interface Tls {
  readonly key: string;
  readonly cert: string;
}
/** Refuses a call by what it says of who makes it. */
export type Admit = (call: GrpcCall) => void;

/** gRPC over HTTP/2: paths to handlers, and a grip on every call and connection, so that both can be broken on purpose. */
export class GrpcServer {
  private listener: net.Server | undefined;
  private readonly sockets = new Set<net.Socket>();
  private readonly calls = new Set<GrpcCall>();
  private readonly http = http2.createServer({ settings: { initialWindowSize: WINDOW_BYTES }, maxSessionMemory: 256 });

  constructor(
    private readonly handlers: ReadonlyMap<string, Handler>,
    private readonly secret: Tls | undefined,
    private readonly admit: Admit,
  ) {
    this.http.on('session', (session) => session.on('error', () => undefined));
    this.http.on('stream', (stream, headers) => {
      const socket = stream.session?.socket;
      const call = new GrpcCall(String(headers[':path']), headers, stream, () => this.cut(socket?.remotePort));
      this.calls.add(call);
      call.whenClosed(() => this.calls.delete(call));
      void this.serve(call);
    });
  }

  async listen(port: number): Promise<number> {
    const accept = (socket: net.Socket): void => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => undefined);
      this.http.emit('connection', socket);
    };
    const listener = this.secret === undefined ? net.createServer({ noDelay: true }, accept) : tls.createServer({ ...this.secret, ALPNProtocols: ['h2'] }, accept);
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(port, '127.0.0.1', resolve);
    });
    this.listener = listener;
    return (listener.address() as net.AddressInfo).port;
  }

  /** Every call ends without a status, then the connections close: a node that is being stopped. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => (this.listener === undefined ? resolve() : this.listener.close(() => resolve())));
    this.listener = undefined;
    for (const call of this.calls) call.reset();
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.cutAll();
    await closed;
  }

  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  openCalls(path: string): readonly GrpcCall[] {
    return [...this.calls].filter((call) => call.path === path);
  }

  private cut(remotePort: number | undefined): void {
    for (const socket of this.sockets) if (socket.remotePort === remotePort) socket.destroy();
  }

  private async serve(call: GrpcCall): Promise<void> {
    const handler = this.handlers.get(call.path);
    if (handler === undefined) return call.end(new CallStatus(Code.unimplemented, 'Service is unimplemented.'));
    try {
      this.admit(call);
      await handler(call);
    } catch (error) {
      call.end(error instanceof CallStatus ? error : handlerThrew());
    }
  }
}
