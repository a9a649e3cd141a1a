import { employerKind, employerLabel, provinceOf, regionType } from '@netral/contracts';
import { dayOf, isoOf } from '@netral/domain';
import type { Letter } from '@netral/figures';
import { letterView, type LetterLedger } from '@netral/projections';
import type { ReadModels } from '../../project/read-models';
import { dateOrNull } from '../question/calendar-days';
import type { SeasonQuestion } from '../question/season-question';

/** An employer as answers name it. `type` and `province` are null for a central agency. */
export const employerOf = (code: string) =>
  ({ code, kind: employerKind(code) ?? null, type: regionType(code) ?? null, province: provinceOf(code) ?? null, label: employerLabel(code) });

/** Lines of a list of letters: what the letter is, without its persons. */
export const letterItems = async (letters: readonly Letter[], { asOf, ordinal }: SeasonQuestion, models: ReadModels): Promise<readonly object[]> => {
  const ids = letters.map(({ doc }) => models.idOf('recommendations', doc) ?? '');
  const documents = await models.documents<LetterLedger>('recommendations', ids);
  return letters.map((letter, index) => {
    const id = ids[index] ?? '';
    const document = documents.get(id);
    const view = document === undefined ? undefined : letterView(document.body, { ordinal, asOf: dayOf(asOf) });
    return { recommendationId: id, letterNumber: view?.letterNumber ?? null, ...letterLine(letter) };
  });
};

export const letterLine = ({ issuedOn, dueOn, daysOverdue, state, employer, persons, deliveredOn, disputed }: Letter) => ({
  issuedOn: isoOf(issuedOn), dueOn: dateOrNull(dueOn), daysOverdue, state, employer: employerOf(employer), persons,
  deliveredOn: deliveredOn === null ? null : isoOf(deliveredOn), disputed,
});
