import { CommandError, EXIT, type Command, type CommandContext } from '../command';
import { parseArguments, renderUsage } from '../options';
import { findServer } from '../server/find-server';
import { writing } from '../session/writing';
import { renderTable } from '../table';
import { say, words } from '../words';
import { countModels, type ModelCount } from './rebuild/count-models';
import { rebuildOnServer } from './rebuild/rebuild-on-server';

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
    const server = await findServer(context.config.dataDir);
    if (server !== undefined) return rebuildOnServer(server, context);
    return writing(context, async ({ projector, readStore }) => {
      await projector.caughtUp(context.signal);
      const before = await countModels(readStore);
      const bar = context.progress(say('bangun ulang', 'rebuild'), 0);
      const events = await projector.rebuild(({ folded, total }) => bar.update(folded, total)).finally(() => bar.stop());
      return report(events, before, await countModels(readStore), context);
    });
  },
};

const report = (events: number, before: readonly ModelCount[], after: readonly ModelCount[], { json, print }: CommandContext): number => {
  const compared = before.map(({ model, what, count }, index) => ({ model, what, before: count, after: after[index]?.count ?? 0 }));
  const equal = compared.every((each) => each.before === each.after);
  if (json) print.out(JSON.stringify({ events, models: compared, equal }));
  else {
    print.out(renderTable(
      [say('model', 'model'), say('isi', 'content'), say('sebelum', 'before'), say('sesudah', 'after')],
      compared.map((each) => [each.model, each.what, each.before, each.after]),
    ));
    print.out(say(`${events} peristiwa dilipat ulang`, `${events} events folded anew`));
  }
  if (equal) return EXIT.ok;
  throw new CommandError(EXIT.differs, say('banyaknya berbeda: model lama tidak sama dengan catatan; yang baru berlaku', 'the counts differ: the old models were not what the log says; the new ones stand'));
};
