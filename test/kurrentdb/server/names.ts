import { shared } from './protocol';

/** The text of a stream's name; names travel as UTF-8 bytes. */
export const nameOf = (identifier: shared.StreamIdentifier | undefined): string => Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (name: string): shared.StreamIdentifier => new shared.StreamIdentifier().setStreamName(Buffer.from(name, 'utf8'));

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const hex = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');

/** The id in lower case, as a server with a true id type gives it back; undefined if it is none. */
export function uuidOf(uuid: shared.UUID | undefined): string | undefined {
  if (uuid?.hasStructured()) {
    const digits = hex(uuid.getStructured()!.getMostSignificantBits()) + hex(uuid.getStructured()!.getLeastSignificantBits());
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  const text = uuid?.getString() ?? '';
  return FORM.test(text) ? text.toLowerCase() : undefined;
}

export const uuidMessage = (id: string): shared.UUID => new shared.UUID().setString(id);
