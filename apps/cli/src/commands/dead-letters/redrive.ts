import type { Receipt } from '@netral/application';
import { CommandError, EXIT, type CommandContext } from '../../command';
import { askAsOperator } from '../../server/ask-as-operator';
import { findServer } from '../../server/find-server';
import { problemOf } from '../../server/problem';
import { writing } from '../../session/writing';
import { say } from '../../words';

/** Judges a set-aside message anew: through the running server, else here. */
export const redrive = async (context: CommandContext, id: string): Promise<Receipt> => {
  const server = await findServer(context.config.dataDir);
  if (server === undefined) return writing(context, async ({ ingest }) => (await ingest.redrive(id)) ?? nothingToJudge(id));
  const { status, body } = await askAsOperator(context, server, 'POST', `/v1/dead-letters/${encodeURIComponent(id)}/redrive`);
  if (status === 404 || status === 422) return nothingToJudge(id);
  if (status >= 300) throw new CommandError(EXIT.unavailable, problemOf(status, body));
  return JSON.parse(body) as Receipt;
};

const nothingToJudge = (id: string): never => {
  throw new CommandError(EXIT.differs, say(
    `tidak ada pesan ${id} yang dapat dinilai ulang (tidak pernah disisihkan, atau terlalu besar untuk disimpan)`,
    `there is no message ${id} to judge anew (never set aside, or too large to have been kept)`,
  ));
};
