import type { Fault, Refusal, Rpc } from './faults';
import type { GrpcCall } from './grpc-call';
import type { Node } from './node';
import type { Message } from './protocol';
import { sleep } from './sleep';
import { accessDenied, CallStatus, Code, notLeader, notReady, timedOut, tooBusy } from './status';
import type { Outcome } from './store';

export const refusals = (node: Node): Record<Refusal, () => CallStatus> => ({
  'not-leader': () => notLeader('127.0.0.1', node.port()),
  'not-ready': notReady,
  'too-busy': tooBusy,
  timeout: timedOut,
  'access-denied': accessDenied,
  unavailable: () => new CallStatus(Code.unavailable, 'Connection lost'),
});

/** The write, unless the node was stopped since: a request waits in memory, and a stop takes it along. */
export const whileAlive = (node: Node, write: () => Promise<Outcome>): (() => Promise<Outcome>) => {
  const life = node.life();
  return () => (node.life() === life ? write() : Promise.resolve({ kind: 'dropped' }));
};

interface Write {
  readonly write: () => Promise<Outcome>;
  /** The answer, or a status thrown. */
  readonly answer: (outcome: Outcome) => Message;
}

/** A writing call that has one answer, under the fault that meets it. */
export async function perform(node: Node, rpc: Rpc, stream: string, call: GrpcCall, { write, answer }: Write): Promise<void> {
  const refuse = (refusal: Refusal): never => {
    throw refusals(node)[refusal]();
  };
  const alive = whileAlive(node, write);
  const settled = async (): Promise<Outcome> => {
    const outcome = await alive();
    if (outcome.kind === 'dropped') await sleep(node.writeTimeoutMs);
    return outcome;
  };
  if (await underFault(node.faults.meet(rpc, stream), () => false, call, settled, answer, refuse)) call.end();
}

/** Sends the answer as the fault has it, unless it is too late for one. True if an answer went out. */
export async function underFault(
  met: Fault | undefined,
  tooLate: () => boolean,
  call: GrpcCall,
  write: () => Promise<Outcome>,
  answer: (outcome: Outcome) => Message,
  refuse: (refusal: Refusal) => Message,
): Promise<boolean> {
  if (met === undefined) {
    await call.send(answer(await write()));
    return true;
  }
  if (met.delayBeforeMs !== undefined) await sleep(met.delayBeforeMs);
  const given = met.answer === undefined || met.answer === 'twice';
  const outcome = (met.written ?? given) ? await write() : undefined;
  if (met.delayAfterMs !== undefined) await sleep(met.delayAfterMs);
  if (met.answer === 'lost' || tooLate()) return false;
  if (met.answer === 'destroyed') {
    call.cutConnection();
    return false;
  }
  if (met.cutAtByte !== undefined) call.cutAfter(met.cutAtByte);
  const message = given && outcome !== undefined ? answer(outcome) : refuse(met.answer as Refusal);
  await call.send(message);
  if (met.answer === 'twice') await call.send(message);
  return true;
}
