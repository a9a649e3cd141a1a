import { randomUUID } from 'node:crypto';
import { ANY, NO_STREAM, STREAM_EXISTS, grpc, ofClient, pb, shared } from './client.mjs';
import { deadline, ident, proposed, rawStreams, setExpected, uuidOf } from './raw-messages.mjs';

// one Append call; resolves with the plain response object
export function rawAppend(stream, expected, events) {
  const c = rawStreams();
  return new Promise((res, rej) => {
    const call = c.append(new grpc.Metadata(), { deadline: deadline() }, (err, resp) => {
      c.close();
      if (err) rej(err);
      else res(resp.toObject());
    });
    call.on('error', () => {});
    const head = new pb.AppendReq();
    const o = new pb.AppendReq.Options();
    o.setStreamIdentifier(ident(stream));
    setExpected(o, expected, 'setRevision');
    head.setOptions(o);
    call.write(head);
    for (const e of events) {
      const r = new pb.AppendReq();
      r.setProposedMessage(proposed(pb.AppendReq.ProposedMessage, e));
      call.write(r);
    }
    call.end();
  });
}
// one append over BatchAppend; resolves with the response and the unpacked google.rpc.Status
export function rawBatch(stream, expected, events, { noDeadline = false } = {}) {
  const { Timestamp } = ofClient('google-protobuf/google/protobuf/timestamp_pb');
  const { Empty: GEmpty } = ofClient('google-protobuf/google/protobuf/empty_pb');
  const c = rawStreams();
  return new Promise((res, rej) => {
    const call = c.batchAppend(new grpc.Metadata(), { deadline: deadline() });
    call.on('data', (resp) => {
      const status = resp.getError();
      const details = status?.getDetails();
      const type = details?.getTypeName();
      const known = type?.startsWith('event_store.client.') && shared[type.slice('event_store.client.'.length)];
      const unpacked = known ? details.unpack(known.deserializeBinary, type)?.toObject() : undefined;
      const success = resp.getSuccess();
      // toObject gives bytes fields as base64, which hides the random prefix from the normaliser
      if (typeof unpacked?.streamIdentifier?.streamName === 'string') unpacked.streamIdentifier.streamName = Buffer.from(unpacked.streamIdentifier.streamName, 'base64').toString('utf8');
      call.end();
      res({
        result: status ? 'error' : success ? 'success' : 'neither',
        ...(status ? { status: { code: status.getCode(), message: status.getMessage(), typeUrl: details?.getTypeUrl(), details: unpacked ?? null } } : {}),
        ...(success ? { success: { currentRevision: success.hasCurrentRevision() ? success.getCurrentRevision() : 'none', hasPosition: success.hasPosition() } } : {}),
        correlationIdForm: resp.getCorrelationId()?.hasString() ? 'string' : resp.getCorrelationId()?.hasStructured() ? 'structured' : 'none',
        streamIdentifierPresent: resp.hasStreamIdentifier(),
        echoesExpected: ['StreamPosition', 'NoStream', 'Any', 'StreamExists'].filter((k) => resp[`has${k}`]?.()),
      });
    });
    call.on('error', rej);
    call.on('end', () => {
      c.close();
      rej(new Error('batch stream ended without an answer'));
    });
    const r = new pb.BatchAppendReq();
    r.setCorrelationId(uuidOf(randomUUID()));
    const o = new pb.BatchAppendReq.Options();
    o.setStreamIdentifier(ident(stream));
    if (expected === ANY) o.setAny(new GEmpty());
    else if (expected === NO_STREAM) o.setNoStream(new GEmpty());
    else if (expected === STREAM_EXISTS) o.setStreamExists(new GEmpty());
    else if (expected !== undefined) o.setStreamPosition(expected.toString(10));
    if (!noDeadline) o.setDeadline(Timestamp.fromDate(deadline()));
    r.setOptions(o);
    r.setProposedMessagesList(events.map((e) => proposed(pb.BatchAppendReq.ProposedMessage, e)));
    r.setIsFinal(true);
    call.write(r);
  });
}
