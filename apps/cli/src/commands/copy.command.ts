import { existsSync } from 'node:fs';
import { storePlaces } from '@netral/application/netral.module';
import type { EventStore } from '@netral/event-store';
import { eventStoreConfigOf, openEventStore } from '@netral/event-store/event-store.module';
import { CommandError, EXIT, UsageError, type Command, type CommandContext } from '../command';
import { parseArguments, renderUsage } from '../options';
import { renderTable } from '../table';
import { say, words } from '../words';
import { copyLog, differing, sumOf, type Copied } from './copy/copy-log';
import type { LogSum } from './copy/digest';

const options = {
  from: { value: 'LOG', meaning: words('sumber: sqlite:BERKAS atau kurrentdb://…', 'source: sqlite:FILE or kurrentdb://…') },
  to: { value: 'LOG', meaning: words('tujuan: kurrentdb://… atau sqlite:BERKAS', 'target: kurrentdb://… or sqlite:FILE') },
} as const;

/** `netral copy`: a whole log to another home, and the proof that both are equal. */
export const copy: Command = {
  name: 'copy',
  summary: words('salin seluruh catatan ke tempat lain, dengan bukti', 'copy the whole log to another home, with proof'),
  usage: renderUsage({
    synopsis: ['copy --from sqlite:FILE --to kurrentdb://HOST:PORT'],
    about: [
      words('Menyalin tiap peristiwa apa adanya: aliran, revisi, id, teks. Boleh dihentikan dan diulang; melanjutkan dari yang sudah ada. Tujuan yang berisi hal lain ditolak.', 'Copies each event as it stands: stream, revision, id, texts. May be stopped and run again; goes on from what is there. A target that holds anything else is refused.'),
      words('Di akhir keduanya dibaca: banyaknya dan sidik tiap aliran dan keseluruhan harus sama (kode keluar 1 bila berbeda). Hentikan penulis sumber lebih dahulu.', 'At the end both are read: count and hash of each stream and of the whole must be equal (exit code 1 if not). Stop who writes the source first.'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values: { from, to } } = parseArguments(args, options, 0);
    const [sourceAt, targetAt] = [logAt('from', from), logAt('to', to)];
    if (sourceAt.file !== undefined && !existsSync(sourceAt.file)) throw new CommandError(EXIT.unavailable, `--from: ${say('berkas tidak ada', 'there is no such file')}`);
    const source = open(sourceAt, context, true);
    try {
      const target = open(targetAt, context, false);
      try {
        const copied = await copyLog(source, target, context);
        if (context.signal.aborted) return interrupted(copied, context);
        const sums = [await sumOf(source, say('baca sumber', 'read source'), context), await sumOf(target, say('baca tujuan', 'read target'), context)] as const;
        return context.signal.aborted ? interrupted(copied, context) : prove(copied, ...sums, context);
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  },
};

interface LogAt {
  readonly file?: string;
  readonly address?: string;
}

const logAt = (option: keyof typeof options, text = ''): LogAt => {
  const file = /^sqlite:(.+)$/.exec(text)?.[1];
  if (file !== undefined) return { file };
  if (/^(kurrentdb|esdb)(\+discover)?:\/\//.test(text)) return { address: text };
  throw new UsageError(`--${option}: ${say('seharusnya sqlite:BERKAS atau kurrentdb://…', 'expected sqlite:FILE or kurrentdb://…')}`);
};

const open = ({ file, address }: LogAt, { config }: CommandContext, readOnly: boolean): EventStore => {
  const places = { ...storePlaces(config), ...(file === undefined ? {} : { log: file }) };
  return openEventStore(eventStoreConfigOf(address ?? 'sqlite', places, { readOnly }));
};

const interrupted = ({ copied }: Copied, { print }: CommandContext): number => {
  print.err(say(`dihentikan setelah ${copied} peristiwa; jalankan lagi untuk melanjutkan`, `stopped after ${copied} events; run it again to go on`));
  return EXIT.interrupted;
};

const prove = (copied: Copied, source: LogSum, target: LogSum, { json, print }: CommandContext): number => {
  const differ = differing(source, target);
  const equal = differ.length === 0 && source.hash === target.hash;
  const side = ({ events, streams, hash }: LogSum) => ({ events, streams, hash });
  if (json) print.out(JSON.stringify({ ...copied, source: side(source), target: side(target), differing: differ, equal }));
  else {
    print.out(renderTable(
      ['', say('peristiwa', 'events'), say('aliran', 'streams'), say('sidik', 'hash')],
      ([[say('sumber', 'source'), source], [say('tujuan', 'target'), target]] as const).map(([name, sum]) => [name, sum.events, sum.streams, sum.hash.slice(0, 16)]),
    ));
    print.out(say(`${copied.copied} disalin, ${copied.standing} sudah ada`, `${copied.copied} copied, ${copied.standing} stood there`));
    if (equal) print.out(say('keduanya sama: tiap aliran dan keseluruhan', 'both are equal: each stream and the whole'));
  }
  if (equal) return EXIT.ok;
  throw new CommandError(EXIT.differs, differ.length > 0
    ? say(`${differ.length} aliran berbeda, yang pertama ${differ[0]}`, `${differ.length} streams differ, the first is ${differ[0]}`)
    : say('tiap aliran sama, tetapi urutan antaraliran berbeda', 'each stream is equal, but the order among streams is not'));
};
