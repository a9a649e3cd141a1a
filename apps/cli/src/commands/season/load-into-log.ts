import { loadSeason, type SeasonLoaded } from '@netral/application/season';
import { countSeason, seasonMessages, type SeasonOptions } from '@netral/season';
import { SimulatedClockError } from '@netral/application';
import { CommandError, EXIT, type CommandContext } from '../../command';
import { refuseBesideServer } from '../../server/find-server';
import { writing } from '../../session/writing';
import { renderTable } from '../../table';
import { say } from '../../words';

/** Records a season under its simulated clock, as the one writer of the log. */
export const loadIntoLog = async (options: SeasonOptions, context: CommandContext): Promise<number> => {
  const { config, signal, progress, print, json } = context;
  await refuseBesideServer(config.dataDir, { id: 'muat musimnya', en: 'load the season' });
  const loaded = await writing(context, async ({ ingest }) => {
    const total = countSeason(options);
    const bar = progress(say('musim', 'season'), total);
    const batchSize = Math.min(config.ingestBatchMax, config.ingestQueueMax);
    try {
      return await loadSeason(seasonMessages(options), ingest, { batchSize, signal, onProgress: (done) => bar.update(done, total) });
    } catch (error) {
      throw error instanceof SimulatedClockError ? refusal(error) : error;
    } finally {
      bar.stop();
    }
  });
  report(loaded, json, print);
  return loaded.complete ? EXIT.ok : EXIT.interrupted;
};

const refusal = ({ recordedAt, logEnd }: SimulatedClockError): CommandError => new CommandError(EXIT.differs, say(
  `catatan berakhir pada ${logEnd}, sesudah ${recordedAt}: musim hanya dimuat ke catatan yang berakhir lebih awal; pakai folder data lain (--data-dir)`,
  `the log ends at ${logEnd}, after ${recordedAt}: a season is loaded only into a log that ends earlier; take another data folder (--data-dir)`,
));

const report = ({ recorded, duplicate, setAside, complete }: SeasonLoaded, json: boolean, print: CommandContext['print']): void => {
  if (json) return print.out(JSON.stringify({ recorded, duplicate, setAside, complete, synthetic: true }));
  print.out(renderTable([say('hasil', 'outcome'), say('pesan', 'messages')], [
    [say('tercatat', 'recorded'), recorded], [say('duplikat', 'duplicate'), duplicate], [say('disisihkan', 'set aside'), setAside],
  ]));
  if (!complete) print.err(say('dihentikan; jalankan lagi untuk melanjutkan', 'stopped; run it again to go on'));
};
