import { deadlineOf } from './batch-deadline';
import { batchAccessDenied, batchBadRequest, batchConflict, batchDeleted, batchNotReady, batchTimeout, batchTooLarge } from './batch-status';
import type { Expected } from './check-append';
import { expectedOf } from './expected';
import type { Refusal } from './faults';
import type { GrpcCall } from './grpc-call';
import { identifierOf, nameOf, uuidOf } from './names';
import type { Node } from './node';
import { refusals, underFault, whileAlive } from './perform';
import { eventOf, isTooLarge, sizeOf } from './proposed';
import { BatchAppendReq, BatchAppendResp, EmptyMessage, shared, type Status } from './protocol';
import type { NewRecord } from './record';
import { sleep } from './sleep';
import { CallStatus, invalidArgument } from './status';
import type { Outcome } from './store';

interface Pending {
  readonly stream: string;
  readonly expected: Expected;
  readonly deadlineMs: number;
  readonly events: NewRecord[];
  bytes: number;
}
type Answer = (fill: (response: BatchAppendResp) => BatchAppendResp, stream: string) => BatchAppendResp;

/** Streams.BatchAppend: many appends on one stream of messages, told apart by correlation id, answered as they are done. */
export const batchAppendRpc = (node: Node) => async (call: GrpcCall): Promise<void> => {
  const pending = new Map<string, Pending>();
  const running = new Set<Promise<void>>();
  for await (const bytes of call.requests()) {
    const request = BatchAppendReq.deserializeBinary(bytes);
    const done = accept(node, call, pending, request, bytes).catch((error: unknown) => call.end(error instanceof CallStatus ? error : undefined));
    running.add(done);
    void done.finally(() => running.delete(done));
  }
  await Promise.all(running);
  call.end();
};

const responder = (correlation: shared.UUID | undefined): Answer => (fill, stream) =>
  fill(new BatchAppendResp().setCorrelationId(correlation).setStreamIdentifier(identifierOf(stream)));

// Takes one message; the last of an append writes it. What is wrong with a message is the answer to its append and to no other.
async function accept(node: Node, call: GrpcCall, pending: Map<string, Pending>, request: BatchAppendReq, bytes: Uint8Array): Promise<void> {
  const answer = responder(request.getCorrelationId());
  const id = uuidOf(request.getCorrelationId()) ?? '';
  const stream = pending.get(id)?.stream ?? nameOf(request.getOptions()?.getStreamIdentifier());
  let append: Pending | undefined;
  let wrong: Status | undefined;
  try {
    append = pending.get(id) ?? begun(node, request, bytes);
    wrong = append === undefined ? undefined : add(node, append, request);
  } catch (error) {
    wrong = batchBadRequest((error as Error).message);
  }
  if (wrong !== undefined || request.getIsFinal()) pending.delete(id);
  else if (append !== undefined) pending.set(id, append);
  const status = wrong;
  if (status !== undefined) return call.send(answer((response) => response.setError(status), stream));
  if (append !== undefined && request.getIsFinal()) await write(node, call, append, answer);
}

function begun(node: Node, request: BatchAppendReq, bytes: Uint8Array): Pending | undefined {
  const options = request.getOptions();
  if (options === undefined) return undefined;
  const stream = nameOf(options.getStreamIdentifier());
  if (stream === '') throw invalidArgument('Stream name cannot be empty.');
  const revision = options.hasStreamPosition() ? options.getStreamPosition() : undefined;
  const expected = expectedOf(options, revision, 'BatchAppendReq+Types+Options+ExpectedStreamPositionOneofCase');
  const now = node.store.now();
  const deadlineMs = Math.min(deadlineOf(options, bytes, now) ?? Infinity, now + node.writeTimeoutMs);
  return { stream, expected, deadlineMs, events: [], bytes: 0 };
}

function add(node: Node, append: Pending, request: BatchAppendReq): Status | undefined {
  if (append.deadlineMs <= node.store.now()) return batchTimeout();
  for (const proposed of request.getProposedMessagesList()) {
    append.bytes += sizeOf(proposed);
    append.events.push(eventOf(proposed));
  }
  return isTooLarge(append.bytes, node.maxAppendBytes) ? batchTooLarge(node.maxAppendBytes) : undefined;
}

async function write(node: Node, call: GrpcCall, { stream, expected, events, deadlineMs }: Pending, answer: Answer): Promise<void> {
  const failed = (status: Status): BatchAppendResp => answer((response) => response.setError(status), stream);
  let late = false;
  const alive = whileAlive(node, () => node.store.append(stream, expected, events));
  const appended = async (): Promise<Outcome> => {
    const outcome = await alive();
    if (outcome.kind === 'dropped') await sleep(Math.max(0, deadlineMs - node.store.now()));
    return outcome;
  };
  const answered = (outcome: Outcome): BatchAppendResp => (outcome.kind === 'dropped' ? failed(batchTimeout()) : outcomeOf(stream, expected, outcome, answer));
  const refused = (refusal: Refusal): BatchAppendResp => {
    if (refusal === 'timeout') return failed(batchTimeout());
    if (refusal === 'access-denied') return failed(batchAccessDenied());
    if (refusal === 'not-ready' || refusal === 'too-busy') return failed(batchNotReady());
    // The others break the stream of all appends.
    throw refusals(node)[refusal]();
  };
  const met = node.faults.meet('batch-append', stream);
  // With a delay the deadline can pass before the answer: then a time-out is the answer, and what comes later is not sent.
  const timer = met === undefined ? undefined : setTimeout(() => ((late = true), void call.send(failed(batchTimeout()))), deadlineMs - node.store.now()).unref();
  try {
    await underFault(met, () => late, call, appended, answered, refused);
  } finally {
    clearTimeout(timer);
  }
}

function outcomeOf(stream: string, expected: Expected, outcome: Exclude<Outcome, { kind: 'dropped' }>, answer: Answer): BatchAppendResp {
  if (outcome.kind === 'deleted') return answer((response) => response.setError(batchDeleted(stream)), stream);
  if (outcome.kind === 'conflict') return answer((response) => response.setError(batchConflict(expected, outcome.current)), stream);
  const success = new BatchAppendResp.Success();
  if (outcome.last < 0n) success.setNoStream(new EmptyMessage());
  else success.setCurrentRevision(String(outcome.last));
  if (outcome.position === undefined) success.setNoPosition(new EmptyMessage());
  else success.setPosition(new shared.AllStreamPosition().setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position)));
  return answer((response) => response.setSuccess(success), stream);
}
