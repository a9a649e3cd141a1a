import { connect, createServer, type Socket } from 'node:net';

/** What happens to one connection on its way to a server; bytes are counted from the connection's beginning. */
export type WayFault =
  | { readonly kind: 'cut'; readonly direction: 'up' | 'down'; readonly atByte: number }
  /** Nothing more comes back from there on; after a while the connection is cut: answers of what was done are lost. */
  | { readonly kind: 'silence'; readonly atByte: number; readonly ms: number }
  /** Each piece is held back so long. */
  | { readonly kind: 'slow'; readonly direction: 'up' | 'down'; readonly ms: number };

/** A way to a server, as a network is one. It does not look into what passes by, so that any server may stand at its end. */
export interface FaultyWay {
  /** The server's address with this way in place of its host. */
  readonly address: string;
  /** One entry a connection from now on, in turn, again and again; null: nothing happens to it. */
  fail(faults: readonly (WayFault | null)[]): void;
  mend(): void;
  /** Cuts every connection there is. */
  cutAll(): void;
  close(): Promise<void>;
}

/** @param address of one server without TLS: `esdb://` or `kurrentdb://`, credentials and options as they are */
export const faultyWay = async (address: string): Promise<FaultyWay> => {
  const [, scheme, user = '', host, port, rest = ''] = /^([a-z]+:\/\/)([^@/]*@)?([^:/?,]+):(\d+)(.*)$/.exec(address) ?? [];
  if (host === undefined || !/tls=false/.test(rest)) throw new Error('the faulty way leads to one server without TLS: host:port and tls=false');
  const sockets = new Set<Socket>();
  let [faults, next]: [readonly (WayFault | null)[], number] = [[], 0];
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer((client) => {
    const fault = faults.length === 0 ? null : faults[next++ % faults.length]!;
    const upstream = keep(connect(Number(port), host));
    keep(client);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    client.on('close', end);
    upstream.on('close', end);
    pass(client, upstream, 'up', fault, end);
    pass(upstream, client, 'down', fault, end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    address: `${scheme}${user}127.0.0.1:${(server.address() as { port: number }).port}${rest}`,
    fail: (planned) => void ([faults, next] = [planned, 0]),
    mend: () => void (faults = []),
    cutAll,
    close: async () => {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const pass = (from: Socket, to: Socket, direction: 'up' | 'down', fault: WayFault | null, end: () => void): void => {
  let [passed, silent] = [0, false];
  from.on('data', (bytes: Buffer) => {
    if (silent) return;
    const atByte = fault === null || fault.kind === 'slow' ? undefined : fault.kind === 'silence' ? (direction === 'down' ? fault.atByte : undefined) : fault.direction === direction ? fault.atByte : undefined;
    const until = atByte === undefined || passed + bytes.length <= atByte ? bytes.length : Math.max(0, atByte - passed);
    passed += bytes.length;
    const some = bytes.subarray(0, until);
    if (fault?.kind === 'slow' && fault.direction === direction) setTimeout(() => to.writable && to.write(some), fault.ms);
    else if (some.length > 0 && to.writable) to.write(some);
    if (until === bytes.length) return;
    silent = true;
    if (fault?.kind === 'silence') setTimeout(end, fault.ms);
    else end();
  });
};
