import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { framed, messages } from './frames';
import type { Message } from './protocol';
import { CallStatus, Code } from './status';

const HEAD = { ':status': 200, 'content-type': 'application/grpc+proto' };
const printable = (text: string): string => text.replace(/[^ -$&-~]/gu, (c) => encodeURIComponent(c));

/** One gRPC call on one HTTP/2 stream: length-prefixed messages both ways, and a status in the trailers. */
export class GrpcCall {
  private ended = false;
  private readonly onClose = new Set<() => void>();
  closed = false;
  private cutAtByte: number | undefined;
  private sent = 0;

  constructor(
    readonly path: string,
    readonly headers: IncomingHttpHeaders,
    private readonly stream: ServerHttp2Stream,
    readonly cutConnection: () => void,
  ) {
    stream.on('close', () => {
      this.closed = true;
      for (const act of this.onClose) act();
    });
    stream.on('error', () => undefined);
    stream.on('wantTrailers', () => stream.sendTrailers(this.trailers));
  }

  private trailers: Record<string, string> = { 'grpc-status': '0' };

  /** The client's messages, one by one, as bytes. */
  requests(): AsyncGenerator<Uint8Array> {
    // Leaving the loop early must leave the stream open: the answer goes out on it.
    return messages(this.stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>);
  }

  /** The one message of a call that has one. */
  async request(): Promise<Uint8Array> {
    for await (const message of this.requests()) return message;
    throw new CallStatus(Code.internal, 'no message came');
  }

  /** Resolves when there is room for more: the client's window is the only pace. */
  async send(message: Message): Promise<void> {
    if (this.closed || this.ended) return;
    const frame = framed(message.serializeBinary());
    if (this.cutAtByte !== undefined && this.sent + frame.length >= this.cutAtByte) return this.sendThenCut(frame.subarray(0, this.cutAtByte - this.sent));
    this.sent += frame.length;
    this.begin();
    if (this.stream.write(frame)) return;
    await new Promise<void>((resolve) => {
      this.stream.once('drain', resolve);
      this.whenClosed(resolve);
    });
  }

  /** After so many more bytes of answers the connection breaks. */
  cutAfter(bytes: number): void {
    this.cutAtByte = this.sent + bytes;
  }

  /** Headers without a message: a stream that is open, and quiet. */
  begin(): void {
    if (!this.stream.headersSent && !this.stream.destroyed) this.stream.respond(HEAD, { waitForTrailers: true });
  }

  end(status?: CallStatus): void {
    if (this.closed || this.ended) return;
    this.ended = true;
    const { code = Code.ok, message = '', metadata = {} } = status ?? {};
    const trailers: Record<string, string> = { 'grpc-status': String(code), 'grpc-message': printable(message) };
    for (const [key, value] of Object.entries(metadata)) trailers[key] = printable(value);
    this.trailers = trailers;
    if (this.stream.headersSent) this.stream.end();
    else this.stream.respond({ ...HEAD, ...trailers }, { endStream: true });
  }

  /** As a server does that goes down: the stream is reset with code 0, and no status comes. */
  reset(): void {
    this.begin();
    this.ended = true;
    this.stream.close(0);
  }

  whenClosed(act: () => void): void {
    if (this.closed) act();
    else this.onClose.add(act);
  }

  private async sendThenCut(part: Buffer): Promise<void> {
    this.ended = true;
    this.begin();
    await new Promise<void>((resolve) => (part.length === 0 ? resolve() : this.stream.write(part, () => resolve())));
    this.cutConnection();
  }
}
