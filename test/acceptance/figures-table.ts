import Table from 'cli-table3';
import type { Ask } from './published/ask';
import { type Judged, judge } from './published/judge';
import { publishedFigures } from './published/published-figures';
import { expectedVerdict, type Verdict } from './published/published-questions';

/** Every published number's own question, put to a running Netral one after another. */
export const judgeAll = async (ask: Ask): Promise<readonly Judged[]> => {
  const judged: Judged[] = [];
  for (const published of publishedFigures) judged.push(await judge(published, ask));
  return judged;
};

/** Lines whose verdict is not the one that the number must earn. */
export const wrong = (judged: readonly Judged[]): readonly Judged[] => judged.filter(({ published, verdict }) => verdict !== expectedVerdict(published));

const said = ({ published: { value, unit, asOf, publishedOn } }: Judged): string => `${value} ${unit}\n${asOf ?? 'no day'}, printed ${publishedOn}`;
const counted = (judged: readonly Judged[]): string =>
  [...new Set(judged.map(({ verdict }) => verdict))].map((verdict: Verdict) => `${judged.filter((each) => each.verdict === verdict).length} ${verdict}`).join(', ');

/** The table for people: asked how, printed what, published what, verdict; and the sum of it. */
export const figuresTable = (judged: readonly Judged[]): string => {
  const table = new Table({ head: ['#', 'published', 'asked', 'Netral prints', 'verdict'], colWidths: [4, 30, 62, 26, 24], wordWrap: true, wrapOnWordBoundary: false, style: { head: [], border: [] } });
  for (const [index, each] of judged.entries()) {
    const { published: { metric }, asked, printed, verdict, note } = each;
    table.push([String(index + 1), `${metric}\n${said(each)}`, decodeURIComponent(asked), printed, note === '' ? verdict : `${verdict}\n${note}`]);
  }
  return `${table.toString()}\nThe season is synthetic. ${judged.length} figures: ${counted(judged)}.`;
};
