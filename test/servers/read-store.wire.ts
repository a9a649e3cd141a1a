import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

const WRITES: ReadonlySet<string> = new Set(['insert', 'update', 'delete', 'findAndModify', 'create', 'createIndexes', 'drop', 'dropDatabase']);
const OP_MSG = 2013;
const HEADER_BYTES = 16;

/** `before`: the write never arrives. `after`: it is done, and its answer never arrives. */
export interface Cut {
  readonly atWrite: number;
  readonly side: 'before' | 'after';
}

/** The wire between a store and its server, in this process: counts the writes, and ends at one of them as a process killed then would. */
export class Wire {
  /** Names of the commands that write, in the order they came. */
  readonly writes: string[] = [];
  private isCut = false;
  private isStalled = false;
  private stallsAt = Number.POSITIVE_INFINITY;
  private readonly sockets = new Set<Socket>();
  private tell: () => void = () => undefined;
  /** Resolves at the cut, or when it is closed. */
  readonly ended = new Promise<void>((resolve) => (this.tell = resolve));

  private constructor(private readonly server: ReturnType<typeof createServer>, private readonly database: string, private readonly options: string, private readonly cut: Cut | undefined) {}

  /** A wire to the server of an address, cut at a write if that is told. */
  static async to(address: string, cut?: Cut): Promise<Wire> {
    const { hostname, port, pathname, search } = new URL(address);
    const server = createServer();
    const wire = new Wire(server, pathname, search, cut);
    server.on('connection', (client) => wire.join(client, connect(Number(port), hostname)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get address(): string {
    return `mongodb://127.0.0.1:${(this.server.address() as AddressInfo).port}${this.database}${this.options}`;
  }

  /** Whether the write came at which it is cut. */
  get wasCut(): boolean {
    return this.isCut;
  }

  /** From now on nothing passes, and nobody is told. */
  stall(): void {
    this.isStalled = true;
  }

  /** As `stall`, from the n-th of the writes that come from now on, which does not arrive. */
  stallAtWrite(write: number): void {
    this.stallsAt = this.writes.length + write;
  }

  /** Ends a stall; what was not passed is lost, and its connections with it. */
  flow(): void {
    [this.isStalled, this.stallsAt] = [false, Number.POSITIVE_INFINITY];
    for (const socket of this.sockets) socket.destroy();
  }

  /** Twice is once. */
  async close(): Promise<void> {
    this.end();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, upstream: Socket): void {
    if (this.isCut) return void [client, upstream].forEach((socket) => socket.destroy());
    for (const [socket, other] of [[client, upstream], [upstream, client]] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
    upstream.on('data', (bytes) => void (this.isCut || this.isStalled || client.write(bytes)));
    let waiting = Buffer.alloc(0);
    client.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
        const length = waiting.readInt32LE(0);
        this.pass(waiting.subarray(0, length), upstream);
        waiting = waiting.subarray(length);
      }
    });
  }

  private pass(message: Buffer, upstream: Socket): void {
    if (this.isCut || this.isStalled) return;
    const command = commandOf(message);
    if (WRITES.has(command)) this.writes.push(command);
    if (this.writes.length >= this.stallsAt) this.isStalled = true;
    const cutsHere = this.cut !== undefined && WRITES.has(command) && this.writes.length === this.cut.atWrite;
    if (!cutsHere) return void upstream.write(message);
    this.isCut = true;
    if (this.cut.side === 'before') return this.end();
    // Its answer shows that it is done; until then the wire to the server stays.
    upstream.once('data', () => this.end());
    upstream.write(message);
  }

  private end(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
    this.tell();
  }
}

/** Name of the command: the first field of the body, in the first section that is one. */
const commandOf = (message: Buffer): string => {
  if (message.readInt32LE(12) !== OP_MSG) return '';
  for (let at = HEADER_BYTES + 4; at < message.length; ) {
    const kind = message[at];
    if (kind === 0) return message.toString('latin1', at + 6, message.indexOf(0, at + 6));
    at += 1 + message.readInt32LE(at + 1);
  }
  return '';
};
