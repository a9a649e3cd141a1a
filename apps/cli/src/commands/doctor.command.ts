import { storePlaces } from '@netral/application/netral.module';
import { eventStoreConfigOf, inspectEventStore, openEventStore } from '@netral/event-store/event-store.module';
import { EXIT, type Command, type CommandContext } from '../command';
import { parseArguments, renderUsage } from '../options';
import { requireStores } from '../session/open';
import { renderTable } from '../table';
import { say, words } from '../words';
import { type DoctorFinding, labelOf } from './doctor/doctor-finding';
import { logTypes } from './doctor/log-types';
import { projectionLags } from './doctor/projection-lags';

const options = {
  quick: { meaning: words('tanpa membaca catatan: jenis peristiwa tidak diperiksa', 'without reading the log: types of events are not checked') },
} as const;

/** `netral doctor`: whether the home of the log is as it should be. */
export const doctor: Command = {
  name: 'doctor',
  summary: words('periksa tempat catatan: terjangkau, dapat ditulis, utuh', 'check the home of the log: reachable, writable, whole'),
  usage: renderUsage({
    synopsis: ['doctor [--quick]'],
    about: [
      words('Apakah tempat catatan (NETRAL_EVENT_STORE) terjangkau, versinya, apakah ia pemimpin, boleh ditulis, alirannya utuh, jamnya cocok; seberapa jauh tiap proyeksi tertinggal; apakah semua jenis peristiwa dikenal.', 'Whether the home of the log (NETRAL_EVENT_STORE) is reachable, its version, whether it leads, may be written, has its streams whole, its clock right; how far each projection is behind; whether all types of events are known.'),
      words('Tidak menulis apa pun. Kode keluar 1 bila ada yang tidak beres; yang tidak terjangkau punya kodenya sendiri.', 'Writes nothing. Exit code 1 when something is wrong; what cannot be reached has codes of its own.'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { switches } = parseArguments(args, options, 0);
    requireStores(context);
    const { config, json, print, signal } = context;
    const findings = await examine(context, switches.has('quick'));
    if (signal.aborted) return EXIT.interrupted;
    const ok = findings.every((each) => each.ok);
    if (json) print.out(JSON.stringify({ store: config.eventStore === 'sqlite' ? 'sqlite' : 'kurrentdb', checks: findings, ok }));
    else {
      print.out(renderTable(['', '', ''], findings.map((each) => [each.ok ? '✓' : '✗', labelOf(each.check), each.found])));
      print.out(ok ? say('semuanya baik', 'all is well') : say('ada yang tidak beres', 'something is wrong'));
    }
    return ok ? EXIT.ok : EXIT.differs;
  },
};

const examine = async (context: CommandContext, quick: boolean): Promise<readonly DoctorFinding[]> => {
  const { config } = context;
  const at = eventStoreConfigOf(config.eventStore, storePlaces(config), { readOnly: true });
  const findings: DoctorFinding[] = [...(await inspectEventStore(at, Date.now))];
  const store = openEventStore(at);
  try {
    findings.push(...(await projectionLags(store, context)));
    if (!quick) findings.push(await logTypes(store, context));
    return findings;
  } finally {
    await store.close();
  }
};
