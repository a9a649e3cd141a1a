export interface ServersOptions {
  /** Messages of each of the two throughput measures. */
  readonly messages: number;
  readonly seed: number;
  readonly json: boolean;
  /** Whether `docs/performance-servers.md` is written. */
  readonly write: boolean;
  /** Which MongoDB-wire server is started where no address is given. */
  readonly mongodb: 'mongo-java-server' | 'ferretdb';
}

const USAGE = 'usage: npm run bench:servers [-- --messages 10000] [--seed N] [--mongodb mongo-java-server|ferretdb] [--json] [--no-write]';

/** @throws RangeError with the usage */
export const readServersOptions = (args: readonly string[]): ServersOptions => {
  const options: { -readonly [K in keyof ServersOptions]: ServersOptions[K] } = { messages: 10_000, seed: 2020, json: false, write: true, mongodb: 'mongo-java-server' };
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at];
    if (name === '--json') options.json = true;
    else if (name === '--no-write') options.write = false;
    else {
      const value = args[(at += 1)] ?? '';
      if (name === '--messages' && /^[1-9]\d{2,5}$/.test(value)) options.messages = Number(value);
      else if (name === '--seed' && /^\d{1,9}$/.test(value)) options.seed = Number(value);
      else if (name === '--mongodb' && (value === 'mongo-java-server' || value === 'ferretdb')) options.mongodb = value;
      else throw new RangeError(`found ${name} ${value}\n${USAGE}`);
    }
  }
  return options;
};
