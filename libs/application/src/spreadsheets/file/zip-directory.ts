import { fault } from './sheet';

export interface ZipEntry {
  readonly name: string;
  /** Of its local header. */
  readonly offset: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const ENTRIES_MAX = 500;
const WORKBOOK = 'an Excel workbook (.xlsx)';
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

const endOf = (zip: Buffer): number => {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - COMMENT_BYTES_MAX); at -= 1) if (zip.readUInt32LE(at) === END) return at;
  return -1;
};

/**
 * What the directory of a packed workbook says of its parts, before any is unpacked.
 * @throws SheetError when it is no workbook, or would become larger than it may
 */
export const checkZip = (bytes: Uint8Array, unpackedBytesMax: number): readonly ZipEntry[] => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (zip.subarray(0, 4).equals(OLD_EXCEL)) throw fault('not-a-spreadsheet', 'an old Excel file (.xls), or one with a password', `${WORKBOOK}, without a password: Save As “Excel Workbook”`);
  const end = zip.length < END_BYTES ? -1 : endOf(zip);
  if (end < 0) throw fault('not-a-spreadsheet', 'no zip directory', WORKBOOK);
  const count = zip.readUInt16LE(end + 10);
  if (count > ENTRIES_MAX) throw fault('too-large', `${count} parts`, `up to ${ENTRIES_MAX} parts in a workbook`);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw fault('not-a-spreadsheet', 'a broken zip directory', WORKBOOK);
    const [nameBytes, extraBytes, commentBytes] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const name = zip.subarray(at + 46, at + 46 + nameBytes).toString('utf8');
    entries.push({ name, method: zip.readUInt16LE(at + 10), packedBytes: zip.readUInt32LE(at + 20), unpackedBytes: zip.readUInt32LE(at + 24), offset: zip.readUInt32LE(at + 42) });
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > unpackedBytesMax) throw fault('too-large', `${unpacked} bytes unpacked`, `up to ${unpackedBytesMax} bytes unpacked`);
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw fault('not-a-spreadsheet', 'a zip file without xl/workbook.xml', WORKBOOK);
  return entries;
};
