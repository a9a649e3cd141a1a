import type { Expected } from './check-append';
import { expectedOf } from './expected';
import type { GrpcCall } from './grpc-call';
import { nameOf } from './names';
import type { Node } from './node';
import { perform } from './perform';
import { DeleteReq, DeleteResp, shared, TombstoneReq, TombstoneResp } from './protocol';
import { deleteConflict, invalidArgument, streamDeleted, timedOut } from './status';
import type { Outcome } from './store';

const wanted = (options: DeleteReq.Options | TombstoneReq.Options | undefined, none: string): { stream: string; expected: Expected } => {
  const stream = nameOf(options?.getStreamIdentifier());
  if (options === undefined || stream === '') throw invalidArgument('Stream name cannot be empty.');
  return { stream, expected: expectedOf(options, options.hasRevision() ? options.getRevision() : undefined, none) };
};

// Unlike an append, a refused delete ends the call with a status.
const positionOf = (stream: string, expected: Expected, outcome: Outcome): bigint | undefined => {
  if (outcome.kind === 'deleted') throw streamDeleted(stream);
  if (outcome.kind === 'conflict') throw deleteConflict(stream, expected, outcome.current);
  if (outcome.kind === 'dropped') throw timedOut();
  return outcome.position;
};

/** Streams.Delete: the soft one. */
export const deleteRpc = (node: Node) => async (call: GrpcCall): Promise<void> => {
  const { stream, expected } = wanted(DeleteReq.deserializeBinary(await call.request()).getOptions(), 'DeleteReq+Types+Options+ExpectedStreamRevisionOneofCase');
  await perform(node, 'delete', stream, call, {
    write: () => node.store.delete(stream, expected),
    answer: (outcome) => {
      const position = positionOf(stream, expected, outcome);
      if (position === undefined) return new DeleteResp().setNoPosition(new shared.Empty());
      return new DeleteResp().setPosition(new DeleteResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position)));
    },
  });
};

/** Streams.Tombstone: for ever. */
export const tombstoneRpc = (node: Node) => async (call: GrpcCall): Promise<void> => {
  const { stream, expected } = wanted(TombstoneReq.deserializeBinary(await call.request()).getOptions(), 'TombstoneReq+Types+Options+ExpectedStreamRevisionOneofCase');
  await perform(node, 'tombstone', stream, call, {
    write: () => node.store.tombstone(stream, expected),
    answer: (outcome) => {
      const position = positionOf(stream, expected, outcome);
      if (position === undefined) return new TombstoneResp().setNoPosition(new shared.Empty());
      return new TombstoneResp().setPosition(new TombstoneResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position)));
    },
  });
};
