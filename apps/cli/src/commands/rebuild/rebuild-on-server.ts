import { CommandError, EXIT, type CommandContext } from '../../command';
import type { RunningServer } from '../../server/find-server';
import { postAsOperator } from '../../server/post-as-operator';
import { problemOf } from '../../server/problem';
import { say } from '../../words';

/** Has the running server build its read models anew; it alone writes them. */
export const rebuildOnServer = async (server: RunningServer, context: CommandContext): Promise<number> => {
  const { status, body } = await postAsOperator(context, server, '/v1/rebuilds');
  if (status === 404 || status === 405) {
    throw new CommandError(EXIT.locked, say(
      `server di ${server.address} memegang model baca dan tidak dapat diminta; hentikan dulu, lalu netral rebuild`,
      `the server at ${server.address} holds the read models and cannot be asked; stop it first, then netral rebuild`,
    ));
  }
  if (status >= 300) throw new CommandError(EXIT.unavailable, problemOf(status, body));
  context.print.out(body);
  return EXIT.ok;
};
