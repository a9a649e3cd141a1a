import { CommandError, EXIT, type CommandContext } from '../command';
import { say } from '../words';
import type { RunningServer } from './find-server';
import { operatorKey } from './keys';
import type { Response } from './request';
import { withRetries } from './with-retries';

/** Asks the running server with the operator's key of this data folder. */
export const askAsOperator = async ({ config, signal }: CommandContext, { address }: RunningServer, method: 'GET' | 'POST', path: string): Promise<Response> => {
  const key = operatorKey(config.dataDir);
  if (key === undefined) throw new CommandError(EXIT.unavailable, say('tidak ada kunci operator dalam secrets/keys.json', 'there is no operator’s key in secrets/keys.json'));
  return withRetries(`${address}${path}`, { method, key }, signal);
};
