import { ListLetters } from '@netral/application/queries/letters/list-letters';
import { letterParameters } from '@netral/application/queries/letters/letter-parameters';
import { EXIT, type Command } from '../command';
import { parseArguments, renderUsage } from '../options';
import { optionsFor, searchOf } from '../questions/parameters';
import { reading, type ReadSession } from '../session/reading';
import { words } from '../words';
import { byEmployer } from './overdue/by-employer';
import type { LetterLine, LetterPage } from './overdue/letter-page';
import { letterLines, regionLines } from './overdue/overdue-lines';

const FIXED = { state: 'overdue', order: 'daysOverdue', limit: '1000' };
const options = optionsFor(letterParameters, [...Object.keys(FIXED), 'after']);

/** `netral overdue`: who has not acted, where, since when, under which rule. */
export const overdue: Command = {
  name: 'overdue',
  summary: words('daerah dan instansi dengan surat yang lewat tenggat', 'regions and agencies with letters overdue'),
  usage: renderUsage({
    synopsis: ['overdue [--as-of DAY] [--known-at TIME] [--province CODE] [--region-type CODE] […]', 'overdue --employer CODE [--as-of DAY] [--known-at TIME] […]'],
    about: [
      words('Satu baris satu instansi: kode, nama, surat, hari lewat tenggat yang terlama, dan sejak kapan. Dengan --employer: surat-suratnya.', 'One row an employer: code, name, letters, days overdue of the oldest, and since when. With --employer: its letters.'),
      words('DAY: YYYY-MM-DD. TIME: saat RFC 3339, atau hari (sampai akhirnya, Asia/Jakarta).', 'DAY: YYYY-MM-DD. TIME: an RFC 3339 instant, or a day (to its end, Asia/Jakarta).'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values } = parseArguments(args, options, 0);
    const search = searchOf(letterParameters, values, FIXED);
    const { first, items } = await reading(context, (session) => allPages(session, search));
    const { items: _page, next: _next, limit: _limit, ...question } = first;
    const lettersOnly = values['employer'] !== undefined;
    const employers = byEmployer(items);
    if (context.json) context.print.out(JSON.stringify({ ...question, ...(lettersOnly ? { items } : { employers }) }));
    else for (const line of lettersOnly ? letterLines(first, items) : regionLines(first, employers)) context.print.out(line);
    return EXIT.ok;
  },
};

/** Every letter of the list: later pages are asked at the place in the log of the first. */
const allPages = async ({ ask }: ReadSession, search: string): Promise<{ readonly first: LetterPage; readonly items: readonly LetterLine[] }> => {
  const first = (await ask(new ListLetters(search))) as LetterPage;
  const items = [...first.items];
  for (let next = first.next; next !== null;) {
    const page = (await ask(new ListLetters(new URLSearchParams({ limit: FIXED.limit, after: next }).toString()))) as LetterPage;
    items.push(...page.items);
    next = page.next;
  }
  return { first, items };
};
