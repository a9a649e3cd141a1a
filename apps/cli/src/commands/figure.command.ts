import { AskFigure } from '@netral/application/queries/figures/ask-figure';
import { figureParameters } from '@netral/application/queries/figures/figure-parameters';
import { ListFigures, ListFiguresHandler } from '@netral/application/queries/catalogue/list-figures';
import { figureIds } from '@netral/figures';
import { closest } from '../closest';
import { EXIT, UsageError, type Command, type CommandContext } from '../command';
import { parseArguments, renderUsage } from '../options';
import { optionsFor, searchOf } from '../questions/parameters';
import { reading } from '../session/reading';
import { renderTable } from '../table';
import { say, spoken, words, type Words } from '../words';
import { figureLines, type FigureAnswer } from './figure/figure-answer';

const options = optionsFor(figureParameters);
const summary = words('satu angka, pada dua waktu mana pun', 'one figure, at any two times');

/** `netral figure`: any question that `/v1/figures` takes. */
export const figure: Command = {
  name: 'figure',
  summary,
  usage: renderUsage({
    synopsis: ['figure', 'figure NAME [--unit UNIT] [--by DIMENSION[,…]] [--as-of DAY] [--known-at TIME] […]'],
    about: [
      words('Tanpa NAME: daftar angka. Dengan NAME: satu angka sebagai tabel; --json memberi tepat jawaban API.', 'Without NAME: the list of figures. With NAME: one figure as a table; --json gives exactly the answer of the API.'),
      words('DAY: YYYY-MM-DD. TIME: saat RFC 3339, atau hari (sampai akhirnya, Asia/Jakarta).', 'DAY: YYYY-MM-DD. TIME: an RFC 3339 instant, or a day (to its end, Asia/Jakarta).'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values, positionals: [name] } = parseArguments(args, options, 1);
    if (name === undefined) {
      const [first] = Object.keys(values);
      if (first !== undefined) throw new UsageError(`--${first}: ${say('perlu nama angka di depannya', 'needs the name of a figure before it')}`);
      return list(context);
    }
    if (!(figureIds as readonly string[]).includes(name)) throw unknownFigure(name);
    const answer = await reading(context, ({ ask }) => ask(new AskFigure(name, searchOf(figureParameters, values), { kind: 'investigator' })));
    if (context.json) context.print.out(JSON.stringify(answer));
    else for (const line of figureLines(answer as FigureAnswer)) context.print.out(line);
    return EXIT.ok;
  },
};

const unknownFigure = (name: string): UsageError => {
  const near = closest(name, figureIds);
  return new UsageError(`${name}: ${say('angka tidak dikenal', 'unknown figure')}${near === undefined ? '' : `; ${say('maksudnya', 'did you mean')} ${near}?`} (${figureIds.join(', ')})`);
};

interface FigureList {
  readonly figures: readonly {
    readonly figure: string; readonly label: Words; readonly units: readonly { readonly unit: string }[]; readonly dimensions: readonly { readonly dimension: string }[];
  }[];
}

const list = async ({ json, print }: CommandContext): Promise<number> => {
  const answer = (await new ListFiguresHandler().execute(new ListFigures(''))).body;
  if (json) print.out(JSON.stringify(answer));
  else {
    print.out(renderTable(
      [say('angka', 'figure'), say('artinya', 'meaning'), say('satuan', 'units'), say('dimensi', 'dimensions')],
      (answer as FigureList).figures.map(({ figure: id, label, units, dimensions }) => [id, spoken(label), units.map(({ unit }) => unit).join(' '), dimensions.map(({ dimension }) => dimension).join(' ')]),
    ));
  }
  return EXIT.ok;
};
