import { ReadStoreError } from '../read-store';

type Reason = ReadStoreError['reason'];

/** By the server's own codes. https://www.mongodb.com/docs/manual/reference/error-codes/ */
const BY_CODE = new Map<number, readonly [Reason, string]>([
  ...[11, 18, 8000].map((code) => [code, ['denied', 'user or password is refused']] as const),
  [13, ['denied', 'the user may not do this; docs/mongodb.md tells the rights it needs']],
  ...[10107, 13435, 13436, 11602, 11600, 189, 91].map((code) => [code, ['read-only', 'the server takes no writes: it is not the primary, or is being stopped']] as const),
  ...[14031, 12501].map((code) => [code, ['disk-full', 'the server’s disk is full']] as const),
  ...[50, 262, 202, 89, 64, 100].map((code) => [code, ['unreachable', 'a call was not confirmed in time']] as const),
  ...[10334, 17280].map((code) => [code, ['too-large', 'a document is too large for the server']] as const),
  [59, ['misconfigured', 'the server does not know a command that Netral needs']],
]);
const TLS = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|ALTNAME/;

interface Known { readonly name?: unknown; readonly code?: unknown; readonly message?: unknown; readonly cause?: unknown; readonly reason?: unknown; readonly errorLabels?: unknown }

/**
 * What a person can act on, from a driver's error; what is no driver's error stays as it is. The driver's own texts can hold ids and
 * addresses with passwords, so none of them is passed on.
 */
export const mongoStoreError = (error: unknown, place: string): unknown => {
  const { name, code } = error as Known;
  if (error instanceof ReadStoreError || typeof name !== 'string' || !name.startsWith('Mongo') && name !== 'PoolClearedOnNetworkError') return error;
  const made = (reason: Reason, text: string) => new ReadStoreError(reason, `MongoDB (${place}): ${text}`);
  const known = typeof code === 'number' ? BY_CODE.get(code) : undefined;
  if (known !== undefined) return made(...known);
  if (name === 'MongoMissingCredentialsError' || name === 'MongoParseError' || name === 'MongoInvalidArgumentError') return made('misconfigured', 'the address or an option of it cannot be used');
  if (causes(error).some((text) => TLS.test(text))) return made('untrusted', 'the server’s certificate cannot be trusted');
  if (causes(error).some((text) => /auth/i.test(text)) && name === 'MongoServerSelectionError') return made('denied', 'user or password is refused');
  if (typeof code === 'number') return made('unreachable', `the server refused a call (code ${code})`);
  return made('unreachable', 'no server answers there');
};

/** Codes and names of what lies behind an error, as far as the driver tells. */
const causes = (error: unknown): readonly string[] => {
  const found: string[] = [];
  let at: unknown = error;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
    const { code, name, cause } = at as Known;
    if (typeof code === 'string') found.push(code);
    if (typeof name === 'string') found.push(name);
    at = cause ?? firstServerError(at as Known);
  }
  return found;
};

const firstServerError = ({ reason }: Known): unknown => {
  const servers = (reason as { servers?: ReadonlyMap<string, { error?: unknown }> } | undefined)?.servers;
  return servers === undefined ? undefined : [...servers.values()].find(({ error }) => error !== undefined && error !== null)?.error;
};

/** Whether a write met a document of the same id; of many writes at once, whether that was all that failed. */
export const isDuplicate = (error: unknown): boolean => {
  const { code, writeErrors } = error as { code?: unknown; writeErrors?: unknown };
  if (Array.isArray(writeErrors) && writeErrors.length > 0) return writeErrors.every((each: { code?: unknown }) => each.code === 11_000);
  return code === 11_000;
};
