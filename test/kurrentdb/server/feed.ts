import type { Drop, Fault } from './faults';
import type { GrpcCall } from './grpc-call';
import type { Message } from './protocol';
import { sleep } from './sleep';
import { CallStatus, Code } from './status';

/** Sends the messages of a read or a subscription, at the pace and with the end a fault gives it. */
export class Feed {
  private events = 0;
  private dropped = false;

  constructor(
    readonly call: GrpcCall,
    private readonly met: Fault | undefined,
  ) {
    if (met?.cutAtByte !== undefined) call.cutAfter(met.cutAtByte);
  }

  get over(): boolean {
    return this.dropped || this.call.closed;
  }

  async event(message: Message): Promise<void> {
    this.events += 1;
    await this.send(message);
  }

  async send(message: Message): Promise<void> {
    if (this.over) return;
    if (this.met?.msPerMessage !== undefined) await sleep(this.met.msPerMessage);
    await this.call.send(message);
    if (this.met?.dropAfterEvents !== undefined && this.events >= this.met.dropAfterEvents) this.drop(this.met.drop ?? 'reset');
  }

  drop(how: Drop): void {
    if (this.over) return;
    this.dropped = true;
    if (how === 'reset') this.call.reset();
    else if (how === 'destroy') this.call.cutConnection();
    else if (how === 'end') this.call.end();
    else this.call.end(how === 'cancelled' ? new CallStatus(Code.cancelled, 'Operation cancelled') : new CallStatus(Code.unavailable, 'Server is going away'));
  }
}
