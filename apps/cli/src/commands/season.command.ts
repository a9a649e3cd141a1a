import { EXIT, UsageError, type Command, type CommandContext } from '../command';
import { parseArguments, renderUsage, wholeNumber } from '../options';
import { say, words } from '../words';
import { listSeasons } from './season/list-seasons';
import { loadIntoLog } from './season/load-into-log';
import { writeMessages } from './season/write-messages';
import { scaleMax } from '@netral/season';

const options = {
  seed: { value: 'N', meaning: words('benih; yang sama memberi pesan yang sama; bawaan: NETRAL_SEASON_SEED', 'seed; the same gives the same messages; default: NETRAL_SEASON_SEED') },
  scale: { value: 'N', meaning: words('sekian kali lebih besar, bentuknya sama; bawaan: 1', 'so many times as large, of the same shape; default: 1') },
  out: { value: 'FILE', meaning: words('untuk write: berkas NDJSON; - untuk keluaran standar', 'for write: the NDJSON file; - for standard output') },
} as const;

/** `netral season`: the synthetic season of 2020. */
export const season: Command = {
  name: 'season',
  summary: words('musim sintetis 2020: daftar, tulis, muat', 'the synthetic season of 2020: list, write, load'),
  usage: renderUsage({
    synopsis: ['season list', 'season write --out FILE [--seed N] [--scale N]', 'season load [--seed N] [--scale N]'],
    about: [
      words('list: musim yang tercatat. write: pesan-pesan para lembaga, satu CloudEvent satu baris.', 'list: seasons recorded. write: the agencies’ messages, one CloudEvent a line.'),
      words('load: mencatatnya dengan jam simulasi ke catatan yang kosong atau berakhir lebih awal, tanpa server yang berjalan. Setelah terhenti, jalankan lagi: yang sudah tercatat menjadi duplikat.', 'load: records it under a simulated clock into a log that is empty or ends earlier, without a running server. After a stop, run it again: what is recorded is a duplicate.'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values, positionals: [action] } = parseArguments(args, options, 1);
    const asked = { seed: seedOf(values.seed, context), scale: wholeNumber('scale', values.scale, 1, scaleMax) ?? 1 };
    switch (action) {
      case 'list':
        await listSeasons(context);
        return EXIT.ok;
      case 'write':
        if (values.out === undefined) throw new UsageError(`--out: ${say('perlu nilai FILE', 'needs a value FILE')}`);
        return writeMessages(values.out, asked, context);
      case 'load':
        return loadIntoLog(asked, context);
      default:
        throw new UsageError(`season ${action ?? ''}: ${say('seharusnya list, write atau load', 'expected list, write or load')}`);
    }
  },
};

const seedOf = (text: string | undefined, { config }: CommandContext): number => wholeNumber('seed', text, 0, 2_147_483_647) ?? config.seasonSeed;
