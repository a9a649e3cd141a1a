import { figures } from '../figures/catalogue';
import { closedValues, dimensionIds, dimensions } from '../question/dimensions';
import type { Figure } from '../question/figure';
import { units } from '../question/units';
import { personsShownMin } from '../tally/withhold';

/** The reference of the figures, `docs/reference/figures.md`: the catalogue in words. */
export const figuresPage = (): string => [intro, ...figures.map(section), dimensionTable(), closing].join('\n\n') + '\n';

const intro = `# The figures

One definition a figure, in \`libs/figures/src/figures/\`, used by every answer, list, export and test. This page is made from that catalogue
(\`npm run generate\`). What the definitions leave open is settled in
[decision 1](../decisions/0001-how-figures-resolve-what-the-definitions-leave-open.md).

## When an event counts
A question has two times. An event counts when it is **known** (recorded at or before \`knownAt\`, by the running maximum of \`recordedAt\` in log
order, so that \`knownAt\` is one place in the log) and **in effect** (its own day is on or before \`asOf\`, a calendar day in Asia/Jakarta).
A correction or retraction works from its recording on, back to the beginning of the \`asOf\` axis; a withdrawal from its own day.
Of two statements of the same thing the first in the log counts, the later is an anomaly. Only these, corrections of one message, and blocks and lifts of one
day look at the order in the log.

## States
A person in a letter is \`withdrawn\` if the recommender withdrew the person or the letter; else settled if a sanction on that person for that letter, or
a separation from service that names it, is in effect; else in process if a follow-up has started; else not started.
A letter is withdrawn when all its persons are; closed when all who are left are settled; else open; overdue when it is open and past its due day.
The due day comes from the rule valid on the letter's date, in its latest adoption known, or from the rule asked for: day 0 is the letter's date or its delivery,
as the rule says; working days leave out Saturdays, Sundays, holidays and joint leave of the calendar known. A letter is overdue from the day after.

## Units
| Unit | What is one |
|---|---|
| \`persons\` | one subject in one matter: a report, a complaint or a letter |
| \`reports\` | a report of Bawaslu's register, a complaint of the recommender's |
| \`recommendations\` | a letter of the recommender |
| \`regions\` | an employer of kind region, by the code valid when the season opened |
| \`personnel-records\` | one subject: in two letters still one |
| \`violations\` | one person, one category, one report |
| \`count\` | a contradiction |

The first unit of a figure is its default. Unlike units are never added.`;

const code = (values: readonly string[]): string => (values.length === 0 ? '–' : values.map((value) => `\`${value}\``).join(', '));

const section = (figure: Figure): string => {
  const rows = [
    ['Units', 'bases' in figure ? "its base's" : code(figure.units)],
    ['By, and filtered by', 'bases' in figure ? "its base's dimensions" : code(figure.dimensions)],
    ...(figure.bawasluOnly === undefined ? [] : [['Only in Bawaslu’s register', code(figure.bawasluOnly)]]),
    ...('bases' in figure ? [['Of', code(figure.bases)]] : []),
    ...(figure.registers === true ? [['Register', '`bawaslu` or `recommender` (the default)']] : []),
    ...(figure.flow === true ? [['Days', '`from` and `until`, both included; default the season’s first day and `asOf`']] : []),
    ...(figure.deadline === true ? [['Depends on', '`rule` and `calendar`; the versions used stand in the answer']] : []),
  ];
  return `## \`${figure.id}\`: ${figure.label.id} · ${figure.label.en}\n${figure.definition.en}.\n\n${figure.definition.id}.\n\n| | |\n|---|---|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`;
};

const dimensionTable = (): string => {
  const rows = dimensionIds.map((dimension) => {
    const closed = closedValues(dimension, '');
    return `| \`${dimension}\` | ${dimensions[dimension].label.id} · ${dimensions[dimension].label.en} | ${closed === undefined ? '' : code(closed)} |`;
  });
  return `## Dimensions\nA closed dimension shows all its values, zeros too; of any other, a cell that is zero is left out.\n\n| Dimension | Name | Closed: its values |\n|---|---|---|\n${rows.join('\n')}`;
};

const closing = `## Cells, totals, remainders
- Cells stand by count, largest first, ties by key; days in their order. \`top=n\` keeps the first n. What is in the total but in no cell shown is the remainder.
- \`recommended = settled + pending\` in every cell (except by day) and in total; \`pending\` contains \`in-process\`; stock and flows reconcile; a share adds up to its base.
- A percentage has one decimal, half up, computed in whole numbers, and carries its numerator and denominator.
- \`by=day\` counts by the thing's own day: a letter's date, the day of a block or lift, the day of what is counted; \`settled\` by the first sanction or
  separation, a letter by its last person's; \`follow-up-rate\`, \`pending\` and \`in-process\` by the letter's date.
- \`series=day|week|month\` asks at each period's last day (weeks end on Sunday; the last at \`until\`), a flow over each period.
- A letter whose persons differ stands once, under the heaviest sanction; a report under its first person; a region under its oldest overdue letter's age band.
- Without a key, a cell of fewer than ${personsShownMin} persons that joins one employer with a trait not its own (a span of a flow is one) is withheld: it could point at one human. So is the next smallest, where the value could be had by subtraction, and all of such a question with several values in a filter.

${Object.keys(units).length} units, ${figures.length} figures, ${dimensionIds.length} dimensions.`;
