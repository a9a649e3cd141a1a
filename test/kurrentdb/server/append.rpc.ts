import type { Expected } from './check-append';
import { expectedOf } from './expected';
import type { GrpcCall } from './grpc-call';
import { nameOf } from './names';
import type { Node } from './node';
import { perform } from './perform';
import { eventOf, isTooLarge, sizeOf } from './proposed';
import { AppendReq, AppendResp, type Message, shared } from './protocol';
import type { NewRecord } from './record';
import { invalidArgument, streamDeleted, timedOut, tooLarge } from './status';
import type { Outcome } from './store';

/** Streams.Append: one call, one append; a conflict is an ordinary answer. */
export const appendRpc = (node: Node) => async (call: GrpcCall): Promise<void> => {
  let head: { stream: string; expected: Expected } | undefined;
  const events: NewRecord[] = [];
  let bytes = 0;
  for await (const request of call.requests()) {
    const message = AppendReq.deserializeBinary(request);
    const options = message.getOptions();
    if (options !== undefined) head = headOf(options);
    const proposed = message.getProposedMessage();
    if (proposed === undefined) continue;
    bytes += sizeOf(proposed);
    if (isTooLarge(bytes, node.maxAppendBytes)) throw tooLarge(node.maxAppendBytes);
    events.push(eventOf(proposed));
  }
  if (head === undefined) throw invalidArgument('');
  const { stream, expected } = head;
  await perform(node, 'append', stream, call, {
    write: () => node.store.append(stream, expected, events),
    answer: (outcome) => answerOf(stream, expected, outcome),
  });
};

function headOf(options: AppendReq.Options): { stream: string; expected: Expected } {
  const stream = nameOf(options.getStreamIdentifier());
  if (stream === '') throw invalidArgument('Stream name cannot be empty.');
  return { stream, expected: expectedOf(options, options.hasRevision() ? options.getRevision() : undefined, 'AppendReq+Types+Options+ExpectedStreamRevisionOneofCase') };
}

function answerOf(stream: string, expected: Expected, outcome: Outcome): Message {
  if (outcome.kind === 'deleted') throw streamDeleted(stream);
  if (outcome.kind === 'dropped') throw timedOut();
  if (outcome.kind === 'conflict') return conflict(expected, outcome.current);
  const success = new AppendResp.Success();
  if (outcome.last < 0n) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(outcome.last));
  if (outcome.position === undefined) success.setNoPosition(new shared.Empty());
  else success.setPosition(new AppendResp.Position().setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position)));
  return new AppendResp().setSuccess(success);
}

// Every field twice, once under the names of 20.6.
function conflict(expected: Expected, current: bigint): Message {
  const answer = new AppendResp.WrongExpectedVersion();
  if (current < 0n) answer.setNoStream2060(new shared.Empty()).setCurrentNoStream(new shared.Empty());
  else answer.setCurrentRevision2060(Number(current)).setCurrentRevision(String(current));
  if (expected === 'any') answer.setAny2060(new shared.Empty()).setExpectedAny(new shared.Empty());
  else if (expected === 'stream_exists') answer.setStreamExists2060(new shared.Empty()).setExpectedStreamExists(new shared.Empty());
  else if (expected === 'no_stream') return withMinusOne(answer.setExpectedNoStream(new shared.Empty()));
  else answer.setExpectedRevision2060(Number(expected)).setExpectedRevision(String(expected));
  return new AppendResp().setWrongExpectedVersion(answer);
}

// Under 20.6 no_stream was the number -1 seen as unsigned, 18446744073709551615: more than the generated setter can hold, so its bytes are added.
const EXPECTED_REVISION_2060 = Uint8Array.from([0x18, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]);
const WRONG_EXPECTED_VERSION_TAG = 0x12;
const withMinusOne = (answer: AppendResp.WrongExpectedVersion): Message => ({
  serializeBinary: () => {
    const body = Buffer.concat([answer.serializeBinary(), EXPECTED_REVISION_2060]);
    return Buffer.concat([Buffer.from([WRONG_EXPECTED_VERSION_TAG, body.length]), body]);
  },
});
