import { CommandError, EXIT, type Command } from '../command';
import { parseArguments, renderUsage } from '../options';
import { findServer } from '../server/find-server';
import { writing } from '../session/writing';
import { say, words } from '../words';
import { countModels } from './rebuild/count-models';
import { rebuildOnServer } from './rebuild/rebuild-on-server';
import { reportRebuild } from './rebuild/report';

const ONLY_BY_PROJECTOR = say(
  'model baca di server dibangun ulang oleh projector yang melipat: POST /v1/rebuilds di port metriknya, dengan kunci operator',
  'read models on a server are rebuilt by the projector that folds: POST /v1/rebuilds at its metrics port, with the operator’s key',
);

/** `netral rebuild`: all read models anew, from the log alone. */
export const rebuild: Command = {
  name: 'rebuild',
  summary: words('bangun ulang semua model baca dari catatan', 'build all read models anew from the log'),
  usage: renderUsage({
    synopsis: ['rebuild'],
    about: [
      words('Model baca baru dibangun di samping yang lama, lalu menggantikannya sekaligus; jawaban tidak terputus. Di akhir dibuktikan bahwa banyaknya dokumen dan baris sama.', 'The new read models are built beside the old and take their place at once; answers go on meanwhile. At the end the counts of documents and rows are proved equal.'),
      words('Saat server berjalan, dikerjakan olehnya (kunci operator).', 'While a server runs, it does the work (operator’s key).'),
    ],
  }),
  run: async (args, context) => {
    parseArguments(args, {}, 0);
    if (context.config.readStore.startsWith('mongodb')) throw new CommandError(EXIT.unavailable, ONLY_BY_PROJECTOR);
    const server = await findServer(context.config.dataDir);
    if (server !== undefined) return rebuildOnServer(server, context);
    return writing(context, async ({ projector, readStore }) => {
      await projector.caughtUp(context.signal);
      const before = await countModels(readStore);
      const bar = context.progress(say('bangun ulang', 'rebuild'), 0);
      const events = await projector.rebuild(({ folded, total }) => bar.update(folded, total)).finally(() => bar.stop());
      return reportRebuild(events, before, await countModels(readStore), context);
    });
  },
};
