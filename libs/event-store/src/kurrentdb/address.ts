import { StoreUnavailableError } from '../event-store';

/** Where a server is, and how its client is to speak with it. */
export interface KurrentAddress {
  /** For the client, which knows the older scheme only. Holds the password: never to be printed. */
  readonly connectionString: string;
  /** Hosts without user, password or options: to be shown. */
  readonly shown: string;
  /** In front of every stream's name on the server; only streams under it are ours. */
  readonly streamPrefix: string;
}

const SCHEME = /^(?:kurrentdb|esdb)(\+discover)?:\/\//;
const DEFAULT_PORT = '2113';
const flat = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');

/** Options of the client that are handed on; it would only print a warning for one that it does not know, and go on without. */
const HANDED_ON = [
  'tls', 'tlsCAFile', 'userCertFile', 'userKeyFile', 'connectionName', 'maxDiscoverAttempts', 'discoveryInterval', 'gossipTimeout',
  'nodePreference', 'keepAliveInterval', 'keepAliveTimeout', 'defaultDeadline',
] as const;
const OURS = 'streamPrefix';
const REFUSED: Readonly<Record<string, string>> = {
  tlsverifycert: 'has no effect in this client; name the authority with tlsCAFile',
  throwonappendfailure: 'is not to be set: a failed append has to be known',
};
const NUMBERS = new Set(['maxDiscoverAttempts', 'discoveryInterval', 'gossipTimeout', 'keepAliveInterval', 'keepAliveTimeout', 'defaultDeadline']);

/**
 * Reads `kurrentdb://[user:password@]host[:port][,host…][?option=value…]`, also with `+discover`, and `esdb://`, which means the same.
 * @throws StoreUnavailableError `misconfigured`, without the password
 */
export const parseAddress = (text: string): KurrentAddress => {
  const scheme = SCHEME.exec(text.trim());
  if (scheme === null) throw misconfigured(`scheme: found ${JSON.stringify(/^[^:/]*/.exec(text.trim())?.[0])}, expected kurrentdb://, kurrentdb+discover:// or esdb://`);
  const [place = '', query = '', ...surplus] = text.trim().slice(scheme[0].length).split('?');
  if (surplus.length > 0) throw misconfigured('options: expected one ? only');
  const at = place.lastIndexOf('@');
  const user = at === -1 ? '' : `${credentialsOf(place.slice(0, at))}@`;
  const hosts = place.slice(at + 1).replace(/\/+$/, '').split(',').map(hostOf);
  const { handedOn, streamPrefix } = optionsOf(query);
  const options = handedOn.length === 0 ? '' : `?${handedOn.join('&')}`;
  return { connectionString: `esdb${scheme[1] ?? ''}://${user}${hosts.join(',')}${options}`, shown: hosts.join(','), streamPrefix };
};

const misconfigured = (problem: string): StoreUnavailableError => new StoreUnavailableError('misconfigured', `address of the event store: ${problem}`);

/** User and password may be escaped or not; the client wants them escaped. */
const credentialsOf = (text: string): string => {
  const colon = text.indexOf(':');
  if (colon < 1 || colon === text.length - 1) throw misconfigured('credentials: expected user:password');
  return [text.slice(0, colon), text.slice(colon + 1)].map((part) => encodeURIComponent(decoded(part, 'credentials'))).join(':');
};

const hostOf = (text: string): string => {
  const found = /^([A-Za-z0-9._-]+)(?::(\d{1,5}))?$/.exec(text.trim());
  if (found === null || Number(found[2] ?? DEFAULT_PORT) > 65_535) throw misconfigured(`host: found ${JSON.stringify(text)}, expected name or name:port`);
  return `${found[1]}:${found[2] ?? DEFAULT_PORT}`;
};

const optionsOf = (query: string): { handedOn: readonly string[]; streamPrefix: string } => {
  const handedOn = new Map<string, string>();
  let streamPrefix = '';
  for (const pair of query.split('&').filter((each) => each !== '')) {
    const [key = '', value = ''] = pair.split(/=(.*)/s);
    if (value === '') throw misconfigured(`option ${key}: expected ${key}=value`);
    if (flat(key) === flat(OURS)) streamPrefix = prefixOf(decoded(value, key));
    else {
      const known = HANDED_ON.find((each) => flat(each) === flat(key));
      const refused = REFUSED[flat(key)];
      if (refused !== undefined) throw misconfigured(`option ${key}: ${refused}`);
      if (known === undefined) throw misconfigured(`option ${key}: no such option; known are ${[...HANDED_ON, OURS].join(', ')}`);
      if (handedOn.has(known)) throw misconfigured(`option ${key}: stands twice`);
      handedOn.set(known, `${known}=${valueOf(known, decoded(value, key))}`);
    }
  }
  if (handedOn.has('userCertFile') !== handedOn.has('userKeyFile')) throw misconfigured('options userCertFile and userKeyFile: expected both or none');
  return { handedOn: [...handedOn.values()], streamPrefix };
};

const valueOf = (option: string, value: string): string => {
  if (option === 'tls' && value !== 'true' && value !== 'false') throw misconfigured(`option tls: found ${JSON.stringify(value)}, expected true or false`);
  if (NUMBERS.has(option) && !/^(-1|\d{1,9})$/.test(value)) throw misconfigured(`option ${option}: found ${JSON.stringify(value)}, expected a whole number`);
  return encodeURIComponent(value);
};

const prefixOf = (value: string): string => {
  if (value.startsWith('$')) throw misconfigured(`option ${OURS}: found ${JSON.stringify(value)}, expected a name that does not begin with $`);
  return value;
};

const decoded = (text: string, what: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw misconfigured(`${what}: % must be followed by two hexadecimal digits`);
  }
};
