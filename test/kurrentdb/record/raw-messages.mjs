import { ANY, NO_STREAM, STREAM_EXISTS, StreamsClient, grpc, shared } from './client.mjs';
import { address } from './connection.mjs';

export const rawStreams = () => new StreamsClient(address, grpc.credentials.createInsecure());
export const ident = (name) => {
  const i = new shared.StreamIdentifier();
  i.setStreamName(Uint8Array.from(Buffer.from(name, 'utf8')));
  return i;
};
export const uuidOf = (id) => {
  const u = new shared.UUID();
  u.setString(id);
  return u;
};
export const deadline = (ms = 10_000) => new Date(Date.now() + ms);
export function setExpected(options, expected, revisionSetter) {
  if (expected === ANY) options.setAny(new shared.Empty());
  else if (expected === NO_STREAM) options.setNoStream(new shared.Empty());
  else if (expected === STREAM_EXISTS) options.setStreamExists(new shared.Empty());
  else if (expected !== undefined) options[revisionSetter](expected.toString(10));
}
export function proposed(Msg, { id, type, contentType, data, metadata }) {
  const m = new Msg();
  if (id) m.setId(uuidOf(id));
  if (type !== undefined) m.getMetadataMap().set('type', type);
  if (contentType !== undefined) m.getMetadataMap().set('content-type', contentType);
  m.setData(Uint8Array.from(Buffer.from(data ?? '{}')));
  if (metadata) m.setCustomMetadata(Uint8Array.from(Buffer.from(metadata)));
  return m;
}
