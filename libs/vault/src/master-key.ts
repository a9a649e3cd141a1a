import { randomBytes } from 'node:crypto';
import { closeSync, constants, fchmodSync, fstatSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { VaultError } from './identity-vault';

const KEY_BYTES = 32;
/** Permissions of anyone but the owner. */
const OTHERS = 0o077;

/**
 * The master key from its file: 32 bytes in base64, readable by the owner alone.
 * @throws VaultError `key-file`: what was found, what was expected; never the key
 */
export const readMasterKey = (file: string): Buffer => {
  const name = basename(file);
  const handle = open(file, name);
  try {
    const { mode } = fstatSync(handle);
    if ((mode & OTHERS) !== 0) {
      const found = (mode & 0o777).toString(8).padStart(3, '0');
      throw new VaultError('key-file', `${name}: others than its owner may use it (found mode ${found}, expected 600): chmod 600 it`);
    }
    const text = readFileSync(handle, 'utf8').trim();
    const key = Buffer.from(text, 'base64');
    if (!/^[A-Za-z0-9+/]{43}=$/.test(text) || key.length !== KEY_BYTES) {
      throw new VaultError('key-file', `${name}: found ${text.length} characters, expected the 44 of ${KEY_BYTES} bytes in base64`);
    }
    return key;
  } finally {
    closeSync(handle);
  }
};

/**
 * Makes a master key where there is none, whole and on disk before it has its name: two that start at once agree on one.
 * Keep a copy of it elsewhere: without it nobody can open the vault.
 * @throws VaultError `key-file`
 */
export const createMasterKey = (file: string): Buffer => {
  const draft = `${file}.${randomBytes(6).toString('hex')}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeDurably(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
    nameOnce(draft, file);
  } catch (error) {
    throw new VaultError('key-file', `${basename(file)}: cannot be made (${codeOf(error)})`, { cause: error });
  } finally {
    removeIfThere(draft);
  }
  syncFolder(dirname(file));
  return readMasterKey(file);
};

const open = (file: string, name: string): number => {
  try {
    return openSync(file, constants.O_RDONLY);
  } catch (error) {
    const found = isCode(error, 'ENOENT') ? 'is not there; put the master key of this vault back' : `cannot be read (${codeOf(error)})`;
    throw new VaultError('key-file', `${name}: ${found}`, { cause: error });
  }
};

const writeDurably = (file: string, text: string): void => {
  const handle = openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    fchmodSync(handle, 0o600);
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Unlike a rename, a link never replaces what stands there. */
const nameOnce = (draft: string, file: string): void => {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
};

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const removeIfThere = (file: string): void => {
  try {
    unlinkSync(file);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'ENOTDIR')) throw error;
  }
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
const isCode = (error: unknown, code: string): boolean => codeOf(error) === code;
