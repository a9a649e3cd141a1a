import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import { unpackLz4 } from './lz4';
import { unpackSnappy } from './snappy';
import { UNPACKED_BYTES_MAX } from './growing-bytes';

type Unpack = (packed: Buffer) => Promise<Buffer>;
const onlyUnpacks = (unpack: Unpack) => () => ({ compress: () => Promise.reject(new Error('nothing is packed here')), decompress: unpack });

const gunzip = promisify(zlib.unzip) as (packed: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** Of Node 22.15 on. */
const { zstdDecompress } = zlib as { readonly zstdDecompress?: (packed: Buffer, options: { maxOutputLength: number }, done: (error: Error | null, result: Buffer) => void) => void };

/**
 * Teaches kafkajs, which unpacks gzip only, and whatever it becomes, what producers of agencies pack with. One message that cannot be
 * unpacked would stop the reading of all; one that unpacks to gigabytes would end the process, again after every restart.
 */
export const registerCodecs = (): void => {
  const codecs = CompressionCodecs as Record<number, unknown>;
  codecs[CompressionTypes.GZIP] = onlyUnpacks((packed) => gunzip(packed, { maxOutputLength: UNPACKED_BYTES_MAX }));
  codecs[CompressionTypes.LZ4] = onlyUnpacks((packed) => Promise.resolve().then(() => unpackLz4(packed)));
  codecs[CompressionTypes.Snappy] = onlyUnpacks((packed) => Promise.resolve().then(() => unpackSnappy(packed)));
  if (zstdDecompress === undefined) return;
  const unpack = promisify(zstdDecompress);
  codecs[CompressionTypes.ZSTD] = onlyUnpacks((packed) => unpack(packed, { maxOutputLength: UNPACKED_BYTES_MAX }));
};
