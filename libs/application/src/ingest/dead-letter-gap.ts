import { contractVersionOf, parseEnvelope, streamOf, toStored, upcast, validateData } from '@netral/contracts';
import type { EventStore } from '@netral/event-store';

/** Where a set-aside message is missing: later messages of its stream were recorded all the same. */
export interface Gap {
  readonly stream: string;
  /** Events of that stream recorded after the message came, counted up to a hundred. */
  readonly later: number;
}
const LATER_MAX = 100;
const NUMBER_OF_A_PERSON = /\d{16,}/;

/** The stream that the message would stand in; undefined where it cannot be told without knowing who a person is, or at all. */
const streamNamed = (content: Uint8Array): string | undefined => {
  try {
    const envelope = parseEnvelope(JSON.parse(Buffer.from(content).toString('utf8')));
    if (!envelope.ok) return undefined;
    const contract = contractVersionOf(envelope.value);
    if (!contract.ok) return undefined;
    const { type, version } = contract.value;
    if (!validateData(type, version, envelope.value.data).ok) return undefined;
    const stored = toStored(type, version, envelope.value.data, { subject: () => '', sealed: () => '', employer: (ref) => ref });
    const stream = streamOf(type, upcast(type, version, stored));
    return stream.startsWith('personnel-') || NUMBER_OF_A_PERSON.test(stream) ? undefined : stream;
  } catch {
    return undefined;
  }
};

/** The gap that a message leaves which was set aside at a position of the log; null where none can be told. */
export const gapOf = async (store: Pick<EventStore, 'readStream'>, content: Uint8Array | undefined, setAsideAt: string | undefined): Promise<Gap | null> => {
  const stream = content === undefined || setAsideAt === undefined ? undefined : streamNamed(content);
  if (stream === undefined || setAsideAt === undefined) return null;
  let later = 0;
  for await (const { position } of store.readStream(stream, { direction: 'backwards', limit: LATER_MAX })) {
    if (position < setAsideAt) break;
    later += 1;
  }
  return { stream, later };
};
