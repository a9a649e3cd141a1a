import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { checkZip, type ZipEntry } from './zip-directory';
import { fault } from './sheet';

const inflate = promisify(inflateRaw) as (packed: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>;
const LOCAL_BYTES = 30;
const WORKBOOK = 'an Excel workbook (.xlsx) that is whole';
/** Pictures, macros and the like say nothing of the cells. */
const NEEDED = /\.(?:xml|rels)$/;

/** The bytes of one part; never more than it may have, whatever the directory says of it. */
const unpack = async (zip: Buffer, { name, method, packedBytes, offset }: ZipEntry, bytesMax: number): Promise<Buffer> => {
  if (offset + LOCAL_BYTES > zip.length) throw fault('not-a-spreadsheet', 'a part that begins behind the end', WORKBOOK);
  const from = offset + LOCAL_BYTES + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(from, from + packedBytes);
  if (packed.length !== packedBytes) throw fault('not-a-spreadsheet', `the part ${name.slice(0, 40)} cut short`, WORKBOOK);
  if (method === 0) return packed;
  if (method !== 8) throw fault('not-a-spreadsheet', `a part packed by method ${method}`, WORKBOOK);
  try {
    return await inflate(packed, { maxOutputLength: bytesMax + 1 });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw fault('too-large', `more than ${bytesMax} bytes unpacked`, `up to ${bytesMax} bytes unpacked`);
    throw fault('not-a-spreadsheet', `the part ${name.slice(0, 40)} broken`, WORKBOOK);
  }
};

const local = (name: Buffer, bytes: number): Buffer => {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(bytes, 18);
  header.writeUInt32LE(bytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
};
const central = (name: Buffer, bytes: number, offset: number): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt32LE(bytes, 20);
  header.writeUInt32LE(bytes, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
};

/** The same parts in a zip that packs nothing, so that whoever reads it next meets only sizes that are true. */
const stored = (parts: readonly { readonly name: string; readonly data: Buffer }[]): Buffer => {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data } of parts) {
    const bytes = Buffer.from(name, 'utf8');
    const header = local(bytes, data.length);
    locals.push(header, data);
    centrals.push(central(bytes, data.length, offset));
    offset += header.length + data.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

/**
 * A workbook with its parts unpacked, bounded while it is unpacked and not only by what its directory says.
 * @throws SheetError
 */
export const unpackedWorkbook = async (bytes: Uint8Array, unpackedBytesMax: number): Promise<Buffer> => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = checkZip(bytes, unpackedBytesMax).filter(({ name }) => NEEDED.test(name));
  let left = unpackedBytesMax;
  const parts: { name: string; data: Buffer }[] = [];
  for (const entry of entries) {
    const data = await unpack(zip, entry, left);
    left -= data.length;
    if (left < 0) throw fault('too-large', `more than ${unpackedBytesMax} bytes unpacked`, `up to ${unpackedBytesMax} bytes unpacked`);
    parts.push({ name: entry.name, data });
  }
  return stored(parts);
};
