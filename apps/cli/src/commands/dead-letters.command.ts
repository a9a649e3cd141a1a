import type { DeadLetterSummary, Receipt } from '@netral/application';
import { CommandError, EXIT, UsageError, type Command, type CommandContext } from '../command';
import { parseArguments, renderUsage, wholeNumber } from '../options';
import { reading } from '../session/reading';
import { renderTable } from '../table';
import { say, words } from '../words';
import { redrive } from './dead-letters/redrive';

const LIMIT = 100;
const options = {
  agency: { value: 'AGENCY', meaning: words('untuk list: hanya pesan lembaga ini', 'for list: messages of this agency only') },
  after: { value: 'ID', meaning: words('untuk list: sesudah pesan ini', 'for list: after this message') },
  limit: { value: 'N', meaning: words(`untuk list: banyaknya; bawaan ${LIMIT}`, `for list: how many; default ${LIMIT}`) },
} as const;

/** `netral dead-letters`: messages that were set aside, whole and with their reason. */
export const deadLetters: Command = {
  name: 'dead-letters',
  summary: words('pesan yang disisihkan: daftar, rincian, nilai ulang', 'messages set aside: list, show, judge anew'),
  usage: renderUsage({
    synopsis: ['dead-letters list [--agency AGENCY] [--after ID] [--limit N]', 'dead-letters show ID', 'dead-letters redrive ID'],
    about: [
      words('Isi pesan tidak ditampilkan: dapat memuat NIP dan nama; pengirimnya memilikinya. redrive menilai pesan sekali lagi, seperti dikirim semula; saat server berjalan, melaluinya.', 'The content of a message is not shown: it may hold a NIP and names; its sender has it. redrive judges the message anew, as sent; while a server runs, through it.'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values, positionals: [action, id] } = parseArguments(args, options, 2);
    switch (action) {
      case 'list':
        return list(context, values);
      case 'show':
        return show(context, named(id));
      case 'redrive':
        return judged(context, await redrive(context, named(id)));
      default:
        throw new UsageError(`dead-letters ${action ?? ''}: ${say('seharusnya list, show atau redrive', 'expected list, show or redrive')}`);
    }
  },
};

const named = (id: string | undefined): string => {
  if (id === undefined) throw new UsageError(say('pesan mana? sebutkan ID-nya', 'which message? name its ID'));
  return id;
};

const list = async (context: CommandContext, { agency, after, limit }: Readonly<Partial<Record<keyof typeof options, string>>>): Promise<number> => {
  const { json, print } = context;
  const page = { limit: wholeNumber('limit', limit, 1, 1000) ?? LIMIT, ...(after === undefined ? {} : { after }) };
  const answer = await reading(context, async ({ deadLetters: letters }) => (await letters()).list(agency === undefined ? {} : { agency }, page));
  if (json) print.out(JSON.stringify(answer));
  else {
    print.out(renderTable(
      ['id', say('lembaga', 'agency'), say('disisihkan', 'set aside'), say('kode', 'code'), say('letak', 'pointer'), say('pesan', 'message'), say('keadaan', 'state'), say('celah di aliran', 'gap in stream'), say('sesudahnya', 'recorded after')],
      answer.items.map((item) => [item.id, item.agency, item.setAsideAt, item.reason.code, item.reason.pointer ?? '', item.messageId ?? '–', stateOf(item), item.gap?.stream ?? '–', item.gap === null ? '–' : String(item.gap.later)]),
    ));
    if (answer.next !== null) print.out(`${say('selanjutnya', 'next')}: --after ${answer.next}`);
  }
  return EXIT.ok;
};

const stateOf = ({ state }: DeadLetterSummary): string => (state === 'recorded' ? say('sudah tercatat', 'recorded since') : say('disisihkan', 'set aside'));

const show = async (context: CommandContext, id: string): Promise<number> => {
  const found = await reading(context, async ({ deadLetters: letters }) => (await letters()).get(id, {}));
  if (found === undefined) throw absent(id);
  const { json, print } = context;
  if (json) {
    print.out(JSON.stringify(found));
    return EXIT.ok;
  }
  const { agency, setAsideAt, source, messageId, contentBytes, reason: { code, pointer = '–', found: was = '–', expected = '–' } } = found;
  print.out(renderTable(['', ''], [
    ['id', id], [say('lembaga', 'agency'), agency], [say('disisihkan', 'set aside'), setAsideAt], ['source', source ?? '–'], [say('pesan', 'message'), messageId ?? '–'],
    [say('ukuran', 'size'), `${contentBytes} bytes`], [say('kode', 'code'), code], [say('letak', 'pointer'), pointer],
    [say('ditemukan', 'found'), was], [say('seharusnya', 'expected'), expected], [say('keadaan', 'state'), stateOf(found)],
    [say('celah di aliran', 'gap in stream'), found.gap === null ? '–' : say(`${found.gap.stream}; ${found.gap.later} peristiwa tercatat sesudahnya`, `${found.gap.stream}; ${found.gap.later} events recorded after it`)],
  ]));
  return EXIT.ok;
};

const absent = (id: string): CommandError => new CommandError(EXIT.differs, say(`tidak ada pesan ${id} yang disisihkan`, `no message ${id} was set aside`));

const judged = ({ json, print }: CommandContext, receipt: Receipt): number => {
  const { outcome, reason, stream, position } = receipt;
  if (json) print.out(JSON.stringify(receipt));
  else if (outcome === 'set-aside') {
    const { code = '', pointer = '', found = '', expected = '' } = reason ?? {};
    print.out(`${say('tetap disisihkan', 'still set aside')}: ${code} ${pointer} · ${say('ditemukan', 'found')} ${found} · ${say('seharusnya', 'expected')} ${expected}`);
  } else print.out(`${outcome === 'recorded' ? say('tercatat', 'recorded') : say('duplikat', 'duplicate')}: ${stream ?? ''} (${position ?? ''})`);
  return outcome === 'set-aside' ? EXIT.setAside : EXIT.ok;
};
