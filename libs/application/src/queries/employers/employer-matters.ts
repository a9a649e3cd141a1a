import type { Models } from '@netral/figures';
import type { TableName } from '@netral/projections';
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
export const employerMatters = (employer: string, { season, ordinal }: SeasonQuestion, models: Models): readonly EmployerMatter[] =>
  (Object.keys(tableOf) as DocumentKind[]).flatMap((kind) =>
    models.tables(tableOf[kind]).flatMap((table) => {
      const [employers, seasons] = [table.text('employer'), table.text('season')];
      const [wanted, own] = [employers.codeOf(employer), seasons.codeOf(season.id)];
      const docs = new Set<number>();
      for (let row = 0; row < table.length; row += 1) {
        if (employers.codes[row] === wanted && seasons.codes[row] === own && table.visible(row, ordinal)) docs.add(table.doc[row]!);
      }
      return [...docs].sort((a, b) => a - b).flatMap((doc) => {
        const id = models.idOf(matters[kind].projection, doc);
        return id === undefined ? [] : [{ kind, id }];
      });
    }));
