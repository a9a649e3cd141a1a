import { EXIT, type Command } from '../command';
import { parseArguments, renderUsage } from '../options';
import { reading } from '../session/reading';
import { renderTable } from '../table';
import { say, spoken, words } from '../words';
import { Checks } from './verify/checks';
import { verifyLog } from './verify/verify-log';
import { verifyModels } from './verify/verify-models';

/** `netral verify`: the log read through, and the read models held against a fold of their own. */
export const verify: Command = {
  name: 'verify',
  summary: words('periksa catatan dan model baca dari awal sampai akhir', 'check the log and the read models from end to end'),
  usage: renderUsage({
    synopsis: ['verify'],
    about: [
      words('Membaca seluruh catatan: urutan tempat, revisi tiap aliran, id, jenis dan versi, waktu pencatatan, sidik isi, tidak ada NIP. Lalu melipat semuanya sekali lagi di memori dan membandingkan setiap dokumen dan baris.', 'Reads the whole log: order of positions, revisions of each stream, ids, types and versions, time of recording, content hash, no NIP. Then folds all of it once more in memory and compares every document and row.'),
      words('Tidak menulis apa pun; boleh di samping server. Kode keluar 1 bila ada yang berbeda.', 'Writes nothing; may run beside a server. Exit code 1 when something differs.'),
    ],
  }),
  run: async (args, context) => {
    parseArguments(args, {}, 0);
    const { print, json, signal } = context;
    const checks = new Checks();
    await reading(context, async ({ store, readStore }) => {
      await verifyLog(store, checks, context);
      if (!signal.aborted) await verifyModels(store, readStore, checks, context);
    });
    if (signal.aborted) return EXIT.interrupted;
    const found = checks.results();
    if (json) print.out(JSON.stringify({ checks: found, ok: checks.ok }));
    else {
      print.out(renderTable(
        [say('pemeriksaan', 'check'), say('diperiksa', 'checked'), say('salah', 'wrong'), say('yang pertama', 'the first')],
        found.map(({ label, checked, wrong, first }) => [spoken(label), checked, wrong, first ?? '']),
      ));
      print.out(checks.ok ? say('semuanya benar', 'all is right') : say('ada yang tidak benar', 'something is wrong'));
    }
    return checks.ok ? EXIT.ok : EXIT.differs;
  },
};
