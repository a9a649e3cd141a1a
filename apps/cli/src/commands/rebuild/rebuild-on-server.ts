import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError, EXIT, type CommandContext } from '../../command';
import { askAsOperator } from '../../server/ask-as-operator';
import type { RunningServer } from '../../server/find-server';
import { problemOf } from '../../server/problem';
import { reading } from '../../session/reading';
import { say } from '../../words';
import { countModels } from './count-models';
import { reportRebuild } from './report';

interface RebuildStatus {
  readonly state: 'none' | 'running' | 'done' | 'failed';
  readonly folded: number;
  readonly total: number;
  readonly reason: string | null;
}
const LOOK_MS = 200;
const CONFLICT = 409;

/** Has the running server build its read models anew, which it alone writes, and waits for it. One that runs already is waited for. */
export const rebuildOnServer = async (server: RunningServer, context: CommandContext): Promise<number> => {
  const count = () => reading(context, ({ readStore }) => countModels(readStore));
  const before = await count();
  const begun = await askAsOperator(context, server, 'POST', '/v1/rebuilds');
  if (begun.status >= 300 && begun.status !== CONFLICT) throw new CommandError(EXIT.unavailable, problemOf(begun.status, begun.body));
  const ended = await untilEnded(server, context);
  if (ended === undefined) {
    context.print.err(say('server tetap meneruskannya', 'the server goes on with it'));
    return EXIT.interrupted;
  }
  if (ended.state === 'failed') throw new CommandError(EXIT.unavailable, `${say('gagal; model yang lama tetap berlaku', 'it failed; the old models stand')}: ${ended.reason ?? '?'}`);
  return reportRebuild(ended.folded, before, await count(), context);
};

/** Undefined when Ctrl-C came first. */
const untilEnded = async (server: RunningServer, context: CommandContext): Promise<RebuildStatus | undefined> => {
  const bar = context.progress(say('bangun ulang', 'rebuild'), 0);
  try {
    while (!context.signal.aborted) {
      const { status, body } = await askAsOperator(context, server, 'GET', '/v1/rebuilds');
      if (status !== 200) throw new CommandError(EXIT.unavailable, problemOf(status, body));
      const current = JSON.parse(body) as RebuildStatus;
      if (current.state !== 'running') return current;
      bar.update(current.folded, current.total);
      await sleep(LOOK_MS, undefined, { signal: context.signal }).catch(() => undefined);
    }
    return undefined;
  } finally {
    bar.stop();
  }
};
