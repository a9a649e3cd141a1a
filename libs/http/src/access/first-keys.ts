import { existsSync } from 'node:fs';
import { ConfigError } from '@netral/platform';
import { accessFileOf } from './key-file';

/**
 * Of a process that only reads the keys: several may start at once, so none of them makes the first ones.
 * @throws ConfigError when there are none yet
 */
export const requireKeys = (dataDir: string): void => {
  if (!existsSync(accessFileOf(dataDir))) throw new ConfigError(['NETRAL_DATA_DIR: found no access.json in it, expected keys, made by the ingestor at its first start, or with netral keys']);
};
