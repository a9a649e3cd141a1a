import Table from 'cli-table3';
import type { Ask } from './published/ask';
import { type Judged, judge } from './published/judge';
import { publishedFigures } from './published/published';
import { expectedVerdict, type Verdict } from './published/published-questions';

/** Every published number's own question, put to a running Netral one after another. */
export const judgeAll = async (ask: Ask): Promise<readonly Judged[]> => {
  const judged: Judged[] = [];
  for (const published of publishedFigures) judged.push(await judge(published, ask));
  return judged;
};

/** Lines whose verdict is not the one that the number must earn. */
export const wrong = (judged: readonly Judged[]): readonly Judged[] =>
  judged.filter(({ published, verdict }) => verdict !== expectedVerdict(published));

const counted = (judged: readonly Judged[]): string =>
  [...new Set(judged.map(({ verdict }) => verdict))]
    .map((verdict: Verdict) => `${judged.filter((each) => each.verdict === verdict).length} ${verdict}`)
    .join(', ');

const WIDTHS = [4, 24, 52, 22, 22, 30];

/** The table for people: what was published, asked how, printed what (then, and as known today), and the verdict; below it the sum. */
export const figuresTable = (judged: readonly Judged[]): string => {
  const table = new Table({
    head: ['#', 'published', 'asked', 'Netral prints', 'as known today', 'verdict'],
    colWidths: WIDTHS,
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const [index, { published, asked, printed, today, verdict, note }] of judged.entries())
    table.push([
      String(index + 1),
      `${published.value} ${published.unit} (${published.metric})`,
      asked,
      printed,
      today,
      note === '' ? verdict : `${verdict}. ${note}`,
    ]);
  return `${table.toString()}\nThe season is synthetic. ${judged.length} figures: ${counted(judged)}.`;
};
