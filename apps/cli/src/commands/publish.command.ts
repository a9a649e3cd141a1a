import { statSync } from 'node:fs';
import { topicAgencies, topicOf } from '@netral/application';
import { MessagingError } from '@netral/messaging';
import { kafkaConfigOf, openMessaging } from '@netral/messaging/messaging.module';
import { CommandError, EXIT, UsageError, type Command, type CommandContext } from '../command';
import { parseArguments, renderUsage, wholeNumber } from '../options';
import { renderTable } from '../table';
import { say, words } from '../words';
import { ImportTally } from './import/import-tally';
import { publishLines, type LineProblem, type PublishLine } from './publish/publish-line';
import { Publisher, SilenceError } from './publish/publisher';
import { ReceiptsFile } from './publish/receipts-file';

const SILENCE_SECONDS = 60;
const BATCH_MAX = 500;
const PROBLEMS_MAX = 20;
const options = {
  agency: { value: 'AGENCY', meaning: words(`lembaga yang menerbitkan: ${topicAgencies.join(', ')}`, `the agency that publishes: ${topicAgencies.join(', ')}`) },
  receipts: { value: 'FILE', meaning: words('tempat tanda terima disimpan (bawaan: FILE.receipts.ndjson)', 'where receipts are kept (default: FILE.receipts.ndjson)') },
  wait: { value: 'SECONDS', meaning: words(`lama menunggu tanpa satu tanda terima pun (bawaan: ${SILENCE_SECONDS})`, `how long to wait without any receipt (default: ${SILENCE_SECONDS})`) },
} as const;

/** `netral publish`: an agency's messages onto its topic, with a receipt for each. */
export const publish: Command = {
  name: 'publish',
  summary: words('terbitkan pesan satu lembaga ke topik Kafka-nya', 'publish an agency’s messages on its Kafka topic'),
  usage: renderUsage({
    synopsis: ['publish FILE --agency AGENCY [--receipts FILE] [--wait SECONDS]'],
    about: [
      words('Satu CloudEvent satu baris. Semua baris diperiksa dahulu; ada yang keliru, tidak ada yang dikirim. Lalu tanda terima tiap pesan ditunggu dan disimpan.', 'One CloudEvent a line. All lines are checked first; if one is wrong, none is sent. Then the receipt of each message is waited for and kept.'),
      words('Broker dan akun: NETRAL_KAFKA_BROKERS, NETRAL_KAFKA_TLS, NETRAL_KAFKA_USER, NETRAL_KAFKA_PASSWORD. Tidak perlu folder data.', 'Brokers and account: NETRAL_KAFKA_BROKERS, NETRAL_KAFKA_TLS, NETRAL_KAFKA_USER, NETRAL_KAFKA_PASSWORD. No data folder is needed.'),
      words('Terhenti di tengah? Jalankan lagi perintah yang sama: yang sudah bertanda terima dilewati, sisanya paling-paling duplikat.', 'Stopped in the middle? Run the same command again: what has its receipt is passed by, the rest are duplicates at most.'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values: { agency, receipts, wait }, positionals: [file] } = parseArguments(args, options, 1);
    if (file === undefined) throw new UsageError(say('berkas mana? sebutkan FILE', 'which file? name FILE'));
    const known = topicAgencies.find((each) => each === agency);
    if (known === undefined) throw new UsageError(`--agency: ${say('ditemukan', 'found')} ${agency ?? '–'}; ${say('seharusnya salah satu dari', 'expected one of')} ${topicAgencies.join(', ')}`);
    const silenceMsMax = 1000 * (wholeNumber('wait', wait, 1, 86_400) ?? SILENCE_SECONDS);
    const bytes = sizeOf(file);
    if (context.config.kafkaBrokers === '') throw new CommandError(EXIT.config, `NETRAL_KAFKA_BROKERS: ${say('kosong; seharusnya host:port', 'found nothing, expected host:port')}`);
    await checkAll(file, known, context);
    const kept = openReceipts(receipts ?? `${file}.receipts.ndjson`);
    try {
      return await publishAll({ file, bytes, agency: known, silenceMsMax, kept }, context);
    } finally {
      kept.close();
    }
  },
};

const sizeOf = (file: string): number => {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new UsageError(`${file}: ${say('tidak ada, atau bukan berkas', 'is not there, or no file')}`);
  if (found.size === 0) throw new UsageError(`${file}: ${say('kosong, tidak ada pesan', 'empty, there is no message in it')}`);
  return found.size;
};

const openReceipts = (path: string): ReceiptsFile => {
  try {
    return new ReceiptsFile(path);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path}: ${say('bukan berkas tanda terima', 'holds something else than receipts')}`);
    throw error;
  }
};

/** Nothing is sent of a file that cannot be sent whole. */
const checkAll = async (file: string, agency: string, { config, print }: CommandContext): Promise<void> => {
  const problems: LineProblem[] = [];
  let count = 0;
  for await (const lines of publishLines(file, agency, config.ingestMessageBytesMax))
    for (const each of lines) {
      if (!('problem' in each)) continue;
      count += 1;
      if (problems.length < PROBLEMS_MAX) problems.push(each.problem);
    }
  if (count === 0) return;
  print.err(renderTable([say('baris', 'line'), say('letak', 'field'), say('ditemukan', 'found'), say('seharusnya', 'expected')], problems.map(({ line, field, found, expected }) => [line, field, found, expected])));
  throw new CommandError(EXIT.usage, say(`${count} baris tidak dapat diterbitkan; tidak ada yang dikirim`, `${count} lines cannot be published; nothing was sent`));
};

interface Publishing {
  readonly file: string;
  readonly bytes: number;
  readonly agency: (typeof topicAgencies)[number];
  readonly silenceMsMax: number;
  readonly kept: ReceiptsFile;
}

const publishAll = async ({ file, bytes, agency, silenceMsMax, kept }: Publishing, context: CommandContext): Promise<number> => {
  const { config, print, json, signal } = context;
  const messaging = openMessaging(kafkaConfigOf(config, { clientId: `netral-publish-${agency}`, log: () => undefined }));
  const tally = new ImportTally();
  const tell = (receipt: Parameters<ReceiptsFile['keep']>[0]): void => {
    tally.add(receipt.line ?? 0, receipt);
    if (json) print.out(JSON.stringify(receipt));
  };
  const publisher = new Publisher({
    messaging, agency, topic: topicOf(agency), silenceMsMax, signal, now: () => performance.now(),
    onReceipt: (receipt) => {
      kept.keep(receipt);
      tell(receipt);
    },
  });
  for (const receipt of kept.earlier) tell(receipt);
  const bar = context.progress(say('terbitkan', 'publish'), bytes);
  try {
    await publisher.begin();
    for await (const checked of publishLines(file, agency, config.ingestMessageBytesMax)) {
      const open = checked.flatMap((each) => ('line' in each && !kept.take(each.line) ? [each.line] : []));
      for (const some of inBatches(open)) {
        if (signal.aborted) break;
        await publisher.send(some);
        bar.update(some.at(-1)?.until ?? 0, bytes);
      }
      if (signal.aborted) break;
    }
    const missing = await publisher.settled();
    if (!signal.aborted) bar.update(bytes, bytes);
    if (signal.aborted) print.err(say(`dihentikan; ${missing} pesan di topik belum bertanda terima; jalankan lagi untuk melanjutkan`, `stopped; ${missing} messages on the topic have no receipt yet; run it again to go on`));
  } catch (error) {
    throw refusal(error);
  } finally {
    bar.stop();
    await publisher.end();
    await messaging.close();
    if (!json && tally.lines > 0) for (const line of tally.report()) print.out(line);
  }
  if (signal.aborted) return EXIT.interrupted;
  return tally.setAside > 0 ? EXIT.setAside : EXIT.ok;
};

const inBatches = (lines: readonly PublishLine[]): readonly (readonly PublishLine[])[] =>
  Array.from({ length: Math.ceil(lines.length / BATCH_MAX) }, (_, index) => lines.slice(index * BATCH_MAX, (index + 1) * BATCH_MAX));

const refusal = (error: unknown): unknown => {
  if (error instanceof SilenceError) {
    return new CommandError(EXIT.unavailable, say(
      `${error.missing} pesan sudah di topik tetapi belum bertanda terima: apakah pencatat (ingestor) berjalan? Jalankan lagi perintah ini`,
      `${error.missing} messages are on the topic and have no receipt: does an ingestor run? Run this command again`,
    ));
  }
  return error instanceof MessagingError && error.reason === 'unreachable'
    ? new CommandError(EXIT.unavailable, say(`broker tidak dapat dihubungi; jalankan lagi (${error.message})`, `the broker cannot be reached; run it again (${error.message})`))
    : error;
};
