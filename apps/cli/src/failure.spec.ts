import { IngestUnavailableError } from '@netral/application';
import { StoreUnavailableError } from '@netral/event-store';
import { ReadStoreError } from '@netral/read-store';
import { VaultError } from '@netral/vault';
import { CommandError, EXIT, UsageError } from './command';
import { failureOf } from './failure';

const coded = (code: string): Error => Object.assign(new Error(`${code}: something`), { code });

describe('a failure', () => {
  it.each([
    ['a full disk', new StoreUnavailableError('disk-full', 'log.db: the disk is full'), EXIT.cannotWrite, 'the disk is full'],
    ['a folder that cannot be written', new StoreUnavailableError('read-only', 'log.db: its folder cannot be written'), EXIT.cannotWrite, 'the data folder cannot be written'],
    ['a full disk met by the ingest', new IngestUnavailableError('disk-full', 'log.db: the disk is full'), EXIT.cannotWrite, 'what was acknowledged is kept'],
    ['a log that another holds', new StoreUnavailableError('locked', 'log.db is open for writing already'), EXIT.locked, 'another process is writing the log'],
    ['a damaged read model', new ReadStoreError('corrupt', 'read models are damaged'), EXIT.unavailable, 'a file is damaged'],
    ['another master key', new VaultError('wrong-key', 'vault.db was sealed under another master key'), EXIT.unavailable, 'the master key is not this vault’s'],
    ['an outcome that is unknown', new IngestUnavailableError('outcome-unknown', 'the store does not say'), EXIT.unavailable, 'the store does not say'],
    ['a disk that the system finds full', coded('ENOSPC'), EXIT.cannotWrite, 'ENOSPC'],
    ['a server that is gone', coded('ECONNREFUSED'), EXIT.unavailable, 'ECONNREFUSED'],
    ['wrong words', new UsageError('--x: unknown'), EXIT.usage, '--x: unknown'],
    ['what a command says itself', new CommandError(EXIT.differs, 'not there'), EXIT.differs, 'not there'],
    ['a fault', new TypeError('x is not a function'), EXIT.fault, 'x is not a function'],
    ['anything thrown', 'just a text', EXIT.fault, 'just a text'],
  ])('by %s has its exit code and one clear line', (_, error, exitCode, words) => {
    const failure = failureOf(error);
    expect(failure.exitCode).toBe(exitCode);
    expect(failure.message).toContain(words);
    expect(failure.message.split('\n')).toHaveLength(1);
  });
});
