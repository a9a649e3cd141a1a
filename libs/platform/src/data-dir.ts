import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes the data folder, for its owner alone.
 * @throws an error of the operating system whose code says why it cannot be written (EROFS, EACCES, ENOTDIR, ENOSPC)
 */
export const makeDataDir = (dataDir: string): void => {
  const folder = resolve(dataDir);
  let nearest = folder;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  // Asked first: on a read-only file system a recursive mkdir reports no more than ENOENT.
  accessSync(nearest, constants.W_OK);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
};
