import { listKeys } from '@netral/http/access/keys';
import { readSecrets } from '@netral/http/access/key-file';

/** The secret of a key of this data folder that satisfies the wish; its owner stands at this machine. */
const secretOf = (dataDir: string, wanted: (key: ReturnType<typeof listKeys>[number]) => boolean): string | undefined => {
  const secrets = readSecrets(dataDir);
  return listKeys(dataDir).filter((key) => key.revokedAt === undefined && wanted(key)).map(({ id }) => secrets[id]).find((secret) => secret !== undefined);
};

export const operatorKey = (dataDir: string): string | undefined => secretOf(dataDir, ({ kind }) => kind === 'operator');

/** A key under which an agency's messages may be handed over, whatever the employer. */
export const agencyKey = (dataDir: string, agency: string): string | undefined =>
  agency === 'operator' ? operatorKey(dataDir) : secretOf(dataDir, ({ kind, agency: own, employers }) => kind === 'agency' && own === agency && employers === undefined);
