import type { HeadedSheet } from './file/headings';
import type { Reason } from '../ingest/ingest';
import { cellRemedies } from './row/problems';
import type { PlacedProblem } from './row/row-data';
import type { RowProblem } from './row-outcome';
import { headingOf } from './template/columns';
import { labelOfHeading } from './template/labels';

/** A cell that could not be read. */
export const ofCell = ({ heading, letter, code, found, expected }: PlacedProblem): RowProblem => ({
  column: heading, letter: letter ?? null, label: heading === '' ? null : labelOfHeading(heading), code, found, expected, remedy: cellRemedies[code],
});

/** Why the ingest does not take the message, at the column that its pointer means: or the first of those below it. */
export const ofReason = ({ code, pointer = '', found, expected }: Reason, { columns }: HeadedSheet): RowProblem => {
  const heading = headingOf(pointer);
  const column = heading === '' ? undefined : columns.find((each) => each.heading === heading) ?? columns.find((each) => each.heading.startsWith(`${heading}.`));
  const name = column?.heading ?? heading;
  return { column: name, letter: column?.letter ?? null, label: name === '' ? null : labelOfHeading(name), code, found: found ?? null, expected: expected ?? null, remedy: null };
};
