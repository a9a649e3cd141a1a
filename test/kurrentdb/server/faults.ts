/** The calls a fault can meet. 'write' stands for all that write, 'any' for every call. */
export type Rpc = 'batch-append' | 'append' | 'delete' | 'tombstone' | 'read' | 'subscribe' | 'features' | 'gossip';
export type RpcGroup = Rpc | 'write' | 'any';
export type Refusal = 'not-leader' | 'not-ready' | 'too-busy' | 'timeout' | 'access-denied' | 'unavailable';
export type Drop = 'reset' | 'unavailable' | 'cancelled' | 'end' | 'destroy';

/** What goes wrong with one call; plain data, so that a property can make it up and print it. */
export interface Fault {
  readonly delayBeforeMs?: number;
  /** Whether what was asked is done all the same. Refusals and broken connections say no unless told. */
  readonly written?: boolean;
  readonly delayAfterMs?: number;
  readonly answer?: 'lost' | 'twice' | 'destroyed' | Refusal;
  /** The answer's bytes up to here go out (5 of framing first), then the connection breaks. */
  readonly cutAtByte?: number;
  /** Reads and subscriptions: a pause before each message. */
  readonly msPerMessage?: number;
  /** Reads and subscriptions: after so many events the call breaks off. */
  readonly dropAfterEvents?: number;
  readonly drop?: Drop;
}

/** The faults by name. */
export const fault = {
  delayBefore: (ms: number): Fault => ({ delayBeforeMs: ms }),
  delayAfter: (ms: number): Fault => ({ delayAfterMs: ms }),
  answerLost: (): Fault => ({ answer: 'lost', written: true }),
  neverAnswered: (): Fault => ({ answer: 'lost', written: false }),
  answerTwice: (): Fault => ({ answer: 'twice' }),
  cutAt: (byte: number): Fault => ({ cutAtByte: byte }),
  destroyedBefore: (): Fault => ({ answer: 'destroyed', written: false }),
  destroyedAfter: (): Fault => ({ answer: 'destroyed', written: true }),
  refused: (refusal: Refusal): Fault => ({ answer: refusal, written: false }),
  timedOutYetWritten: (): Fault => ({ answer: 'timeout', written: true }),
  slow: (msPerMessage: number): Fault => ({ msPerMessage }),
  dropAfter: (events: number, drop: Drop = 'reset'): Fault => ({ dropAfterEvents: events, drop }),
};

interface Planned {
  readonly rpc: RpcGroup;
  readonly fault: Fault;
  readonly stream?: string;
  left: number;
}
export interface Chance {
  readonly rpc: RpcGroup;
  readonly fault: Fault;
  /** 0 to 1, of the calls this rule sees. */
  readonly probability: number;
}

const WRITES: readonly Rpc[] = ['batch-append', 'append', 'delete', 'tombstone'];
const covers = (group: RpcGroup, rpc: Rpc): boolean => group === 'any' || group === rpc || (group === 'write' && WRITES.includes(rpc));

/** A small seeded generator (mulberry32): the same seed gives the same faults for the same calls. */
const chances = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** The schedule of faults: what is planned for the next calls comes first, then chance. */
export class Faults {
  private planned: Planned[] = [];
  private scripts = new Map<RpcGroup, (Fault | null)[]>();
  private rules: readonly Chance[] = [];
  private random = chances(1);
  /** Every fault that struck, in order. */
  readonly struck: { readonly rpc: Rpc; readonly stream: string; readonly fault: Fault }[] = [];

  /** The next `calls` calls of the RPC (to this stream, if named) meet the fault. */
  next(rpc: RpcGroup, what: Fault, { calls = 1, stream }: { calls?: number; stream?: string } = {}): void {
    this.planned.push({ rpc, fault: what, left: calls, ...(stream === undefined ? {} : { stream }) });
  }

  /** Call by call: the first entry for the first call from now, null for none. */
  script(rpc: RpcGroup, entries: readonly (Fault | null)[]): void {
    this.scripts.set(rpc, [...entries]);
  }

  /** Each rule in turn throws its dice; the first that hits decides. */
  chance(seed: number, rules: readonly Chance[]): void {
    this.random = chances(seed);
    this.rules = rules;
  }

  clear(): void {
    this.planned = [];
    this.scripts.clear();
    this.rules = [];
  }

  /** What the call that is just coming in meets. */
  meet(rpc: Rpc, stream: string): Fault | undefined {
    const met = this.fromPlan(rpc, stream) ?? this.fromScript(rpc) ?? this.rules.find((rule) => covers(rule.rpc, rpc) && this.random() < rule.probability)?.fault;
    if (met !== undefined) this.struck.push({ rpc, stream, fault: met });
    return met;
  }

  private fromPlan(rpc: Rpc, stream: string): Fault | undefined {
    const plan = this.planned.find((one) => one.left > 0 && covers(one.rpc, rpc) && (one.stream === undefined || one.stream === stream));
    if (plan === undefined) return undefined;
    plan.left -= 1;
    if (plan.left === 0) this.planned = this.planned.filter((one) => one !== plan);
    return plan.fault;
  }

  private fromScript(rpc: Rpc): Fault | undefined {
    for (const [group, entries] of this.scripts) if (covers(group, rpc) && entries.length > 0) return entries.shift() ?? undefined;
    return undefined;
  }
}
