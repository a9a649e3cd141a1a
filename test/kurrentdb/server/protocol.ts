// The messages of protocol v1 as the client itself generated them. Only their shapes are borrowed: what a message means is decided here.
import { createRequire } from 'node:module';
import type { Any } from 'google-protobuf/google/protobuf/any_pb';
import type { Empty as GoogleEmpty } from 'google-protobuf/google/protobuf/empty_pb';

// The message runtime is the client's own copy, wherever it is installed: two copies would not know each other's classes.
const ofClient = createRequire(require.resolve('@eventstore/db-client/package.json'));
const well = <T>(name: string): T => ofClient(`google-protobuf/google/protobuf/${name}_pb`) as T;

export { ReadReq, ReadResp, AppendReq, AppendResp, BatchAppendReq, BatchAppendResp, DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
export { SupportedMethods, SupportedMethod } from '@eventstore/db-client/generated/serverfeatures_pb';
export { ClusterInfo, MemberInfo, EndPoint } from '@eventstore/db-client/generated/gossip_pb';
export * as shared from '@eventstore/db-client/generated/shared_pb';
export { Status } from '@eventstore/db-client/generated/status_pb';

export const AnyMessage = well<{ Any: new () => Any }>('any').Any;
export const EmptyMessage = well<{ Empty: new () => GoogleEmpty }>('empty').Empty;

/** A message as far as the framing needs to know it. */
export interface Message {
  serializeBinary(): Uint8Array;
}
