import { GetMatter, letterDocumentParameters } from '@netral/application/queries/documents/get-matter';
import { GetHistory } from '@netral/application/queries/history/get-history';
import { CommandError, EXIT, UsageError, type Command } from '../command';
import { parseArguments, renderUsage } from '../options';
import { optionsFor, searchOf } from '../questions/parameters';
import { reading, type ReadSession } from '../session/reading';
import { say, words } from '../words';
import { explanationLines } from './why/explanation-lines';
import type { Explanation, History, LetterDocument } from './why/explanation';

const options = optionsFor(letterDocumentParameters);
const MOMENT = ['asOf', 'knownAt', 'position'] as const;

/** `netral why`: the events behind one letter's state. */
export const why: Command = {
  name: 'why',
  summary: words('mengapa: peristiwa di balik keadaan satu surat', 'why: the events behind one letter’s state'),
  usage: renderUsage({
    synopsis: ['why LETTER [--as-of DAY] [--known-at TIME] [--rule RULE] [--calendar CALENDAR]'],
    about: [
      words('LETTER: id surat rekomendasi, atau nomornya seperti tercetak.', 'LETTER: the id of a recommendation, or its number as printed.'),
      words('Keadaan, tenggat beserta aturan dan kalendernya, lalu tiap peristiwa dari yang terlama dan apa yang diubahnya; yang belum diketahui waktu itu ditandai.', 'State, due day with its rule and calendar, then each event, oldest first, with what it changed; those not known then are marked.'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values, positionals: [letter] } = parseArguments(args, options, 1);
    if (letter === undefined) throw new UsageError(say('surat mana? sebutkan id-nya', 'which letter? name its id'));
    const search = searchOf(letterDocumentParameters, values);
    const explanation = await reading(context, (session) => firstThatIs(idsOf(letter), (id) => explain(session, id, search)));
    if (context.json) context.print.out(JSON.stringify(explanation));
    else for (const line of explanationLines(explanation)) context.print.out(line);
    return EXIT.ok;
  },
};

/** Ids are made from numbers by writing something else for the slashes, which no id may hold. */
const idsOf = (letter: string): readonly string[] => [...new Set([letter, letter.replaceAll('/', '.'), letter.replaceAll('/', '-')])].filter((id) => !id.includes('/'));

const isAbsent = (error: unknown): boolean => error instanceof CommandError && error.exitCode === EXIT.differs;

const firstThatIs = async <T>(ids: readonly string[], find: (id: string) => Promise<T>): Promise<T> => {
  let absent: unknown;
  for (const id of ids) {
    try {
      return await find(id);
    } catch (error) {
      if (!isAbsent(error)) throw error;
      absent ??= error;
    }
  }
  throw absent;
};

const explain = async ({ ask }: ReadSession, id: string, search: string): Promise<Explanation> => {
  const viewer = { kind: 'investigator' } as const;
  const moment = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => (MOMENT as readonly string[]).includes(name))).toString();
  const known = (await ask(new GetHistory('recommendation', id, moment, viewer))) as History;
  // Known but not in effect on that day: there is a history already, and no state yet.
  const letter = await ask(new GetMatter('recommendation', id, search, viewer)).then((found) => found as LetterDocument, (error: unknown) => {
    if (isAbsent(error)) return null;
    throw error;
  });
  const now = (await ask(new GetHistory('recommendation', id, '', viewer))) as History;
  return { letter, history: known, notYetKnown: now.items.filter(({ position }) => position > known.position) };
};
