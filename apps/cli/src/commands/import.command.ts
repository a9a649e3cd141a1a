import { setImmediate as nextTurn } from 'node:timers/promises';
import { CommandError, EXIT, UsageError, type Command, type CommandContext } from '../command';
import { parseArguments, renderUsage } from '../options';
import { findServer } from '../server/find-server';
import { agencyKey, operatorKey } from '../server/keys';
import { untilAborted } from '../until-aborted';
import { writing } from '../session/writing';
import { say, words } from '../words';
import { handOverHere, type HandOver } from './import/hand-over';
import { handOverToServer } from './import/hand-over-http';
import { emptyInput, importLines, openInput, type ImportInput } from './import/import-line';
import { ImportTally } from './import/import-tally';

const AGENCY = /^[a-z][a-z0-9-]{1,39}$/;
const options = {
  as: { value: 'AGENCY', meaning: words('pengirim semua baris; bawaan: lembaga dalam source tiap pesan', 'sender of every line; default: the agency in each message’s source') },
} as const;

/** `netral import`: messages of a file through the one way in. */
export const importMessages: Command = {
  name: 'import',
  summary: words('catat pesan dari berkas NDJSON', 'record messages from an NDJSON file'),
  usage: renderUsage({
    synopsis: ['import FILE [--as AGENCY]', 'import - [--as AGENCY]'],
    about: [
      words('Satu CloudEvent satu baris; - membaca masukan standar. Tiap pesan diakui setelah ada di disk. Mengimpor lagi hanya menghasilkan duplikat.', 'One CloudEvent a line; - reads standard input. Each message is acknowledged once it is on disk. Importing again gives duplicates only.'),
      words('Yang duduk di mesin ini memiliki folder data dan kunci-kuncinya, maka boleh menyampaikan pesan setiap lembaga; kewenangan tiap pesan tetap diperiksa.', 'Who sits at this machine owns the data folder and its keys, and so may hand over any agency’s messages; the authority of each message is judged all the same.'),
      words('Saat server berjalan, pesan disampaikan melaluinya. Baris yang tidak terbaca atau terpotong disisihkan (kode keluar 3).', 'While a server runs, messages are handed over through it. A line that is unreadable or cut is set aside (exit code 3).'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values: { as }, positionals: [file] } = parseArguments(args, options, 1);
    if (file === undefined) throw new UsageError(say('berkas mana? sebutkan FILE, atau - untuk masukan standar', 'which file? name FILE, or - for standard input'));
    if (as !== undefined && !AGENCY.test(as)) throw new UsageError(`--as: ${say('ditemukan', 'found')} ${as}; ${say('seharusnya nama lembaga', 'expected the name of an agency')}`);
    const input = openInput(file, context.input);
    const server = await findServer(context.config.dataDir);
    const give = (handOver: HandOver): Promise<number> => importAll(file, input, as, handOver, context);
    if (server === undefined) return writing(context, ({ ingest }) => give(handOverHere(ingest)));
    return give(handOverToServer(server, (agency) => keyFor(context.config.dataDir, agency, as)));
  },
};

// A line of an agency without a key goes under the operator's: judged, and set aside with the reason.
const keyFor = (dataDir: string, agency: string, as: string | undefined): string => {
  const key = agencyKey(dataDir, agency) ?? (as === undefined ? operatorKey(dataDir) : undefined);
  if (key !== undefined) return key;
  throw new CommandError(EXIT.unavailable, say(`tidak ada kunci ${agency} dalam secrets/keys.json; server tidak menerimanya`, `there is no key of ${agency} in secrets/keys.json; the server would not take it`));
};

const importAll = async (file: string, input: ImportInput, as: string | undefined, handOver: HandOver, context: CommandContext): Promise<number> => {
  const { config, print, json, signal } = context;
  const tally = new ImportTally();
  const batchMax = Math.min(config.ingestBatchMax, config.ingestQueueMax);
  const bar = context.progress(say('impor', 'import'), input.length ?? 0);
  try {
    for await (const lines of importLines(untilAborted(input.bytes, signal), config.ingestMessageBytesMax, as)) {
      for (let from = 0; from < lines.length && !signal.aborted; from += batchMax) {
        const batch = lines.slice(from, from + batchMax);
        const receipts = await handOver(batch, signal);
        receipts.forEach((receipt, index) => {
          const line = batch[index]?.number ?? 0;
          tally.add(line, receipt);
          if (json) print.out(JSON.stringify({ line, ...receipt }));
        });
        const until = batch.at(-1)?.until ?? 0;
        bar.update(until, input.length ?? until);
        // The embedded stores answer without leaving the turn: Ctrl-C is heard here.
        await nextTurn();
      }
    }
  } finally {
    bar.stop();
    if (!json && tally.lines > 0) for (const line of tally.report()) print.out(line);
  }
  return exitOf(file, tally, context);
};

const exitOf = (file: string, tally: ImportTally, { signal, print }: CommandContext): number => {
  if (signal.aborted) {
    print.err(say(`dihentikan setelah ${tally.lines} pesan diakui; jalankan lagi untuk melanjutkan`, `stopped after ${tally.lines} messages were acknowledged; run it again to go on`));
    return EXIT.interrupted;
  }
  if (tally.lines === 0) throw emptyInput(file);
  return tally.setAside > 0 ? EXIT.setAside : EXIT.ok;
};
