import type { TableName } from '@netral/projections';
import type { ReadModels } from '../../project/read-models';
import { matters } from '../documents/matter';
import type { DocumentKind } from '../documents/may-read';
import type { SeasonQuestion } from '../question/season-question';

const tableOf: Readonly<Record<DocumentKind, TableName>> = {
  recommendation: 'letterPersons', report: 'reportPersons', complaint: 'complaintPersons', personnel: 'blockSpans',
};

export interface EmployerMatter {
  readonly kind: DocumentKind;
  readonly id: string;
}

/** Matters of a season that concern an employer, as known at the question's place in the log. */
export const employerMatters = async (employer: string, { season, ordinal }: SeasonQuestion, models: ReadModels): Promise<readonly EmployerMatter[]> => {
  const found: EmployerMatter[] = [];
  for (const kind of Object.keys(tableOf) as DocumentKind[]) {
    const docs = new Set<number>();
    for (const table of models.at(ordinal).tables(tableOf[kind])) {
      const [employers, seasons] = [table.text('employer'), table.text('season')];
      const [wanted, own] = [employers.codeOf(employer), seasons.codeOf(season.id)];
      for (let row = 0; row < table.length; row += 1) {
        if (employers.codes[row] === wanted && seasons.codes[row] === own && table.visible(row, ordinal)) docs.add(table.doc[row]!);
      }
    }
    for (const id of await models.idsOf(matters[kind].projection, [...docs].sort((a, b) => a - b))) found.push({ kind, id });
  }
  return found;
};
