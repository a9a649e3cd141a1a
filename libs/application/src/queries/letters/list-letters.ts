import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dayOf } from '@netral/domain';
import { expectedValue, selectLetters, type LetterFilters, type LetterList } from '@netral/figures';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { nextOf, resume } from '../question/cursor';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { inEdition } from '../question/region-edition';
import { basisOf, seasonEcho, seasonQuestionOf, type SeasonQuestion } from '../question/season-question';
import { addressOf, isPinned } from '../question/self';
import type { Answered } from '../viewer';
import { letterItems } from './letter-item';
import { letterFilters, letterParameters, pageLimit, type AskedLetters } from './letter-parameters';

const PATH = '/v1/recommendations';

/** Letters of the recommender, by pages, at any two times. */
export class ListLetters extends Query<Answered<object>> {
  constructor(readonly search: string) {
    super();
  }
}

@QueryHandler(ListLetters)
export class ListLettersHandler implements IQueryHandler<ListLetters> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ search }: ListLetters): Promise<Answered<object>> {
    const problems = new Problems();
    const given = readParameters(rawParameters(search), letterParameters, problems);
    const { asked: resumed, offset, ceiling } = resume(given, letterParameters, problems);
    const season = seasonQuestionOf(resumed, this.models, this.clock.now(), problems, ceiling);
    const asked = inEdition(resumed, season.season.regionEdition, problems);
    checkLetterFilters(asked, problems);
    problems.refuseIfAny();
    const list = selectLetters(basisOf(season), filtersOf(asked), asked.order ?? 'daysOverdue', this.models.at(season.ordinal), { offset, limit: asked.limit ?? pageLimit });
    return { body: await this.page(asked, season, list, offset), pinned: isPinned(given, true) };
  }

  private async page(asked: AskedLetters, season: SeasonQuestion, list: LetterList, offset: number): Promise<object> {
    const limit = asked.limit ?? pageLimit;
    const question = pinnedQuestion(asked, season);
    const next = nextOf(list.total, offset, limit, question);
    return {
      ...seasonEcho(season, list), notes: list.notes,
      filters: filtersEcho(asked), order: asked.order ?? 'daysOverdue', limit,
      items: await letterItems(list.letters, season, this.models),
      total: list.total, next,
      self: addressOf(PATH, [...Object.entries(question), ['limit', limit], ['after', asked.after]]),
    };
  }
}

/** Notes each value that an employer, its kind, province or type cannot have, and days the wrong way round. */
export const checkLetterFilters = (asked: AskedLetters, problems: Problems): void => {
  for (const dimension of ['employer', 'employerKind', 'province', 'regionType'] as const) {
    for (const value of asked[dimension] ?? []) {
      const expected = expectedValue(dimension, 'overdue', value);
      if (expected !== undefined) problems.add(dimension, value, expected);
    }
  }
  if (asked.dueFrom !== undefined && asked.dueUntil !== undefined && asked.dueFrom > asked.dueUntil) problems.add('dueFrom', asked.dueFrom, 'a day on or before dueUntil');
};

const filtersOf = ({ dueFrom, dueUntil, ...asked }: AskedLetters): LetterFilters => ({
  ...(Object.fromEntries(Object.keys(letterFilters).flatMap((name) => (asked[name as keyof typeof asked] === undefined ? [] : [[name, asked[name as keyof typeof asked]]])))),
  ...(dueFrom === undefined ? {} : { dueFrom: dayOf(dueFrom) }),
  ...(dueUntil === undefined ? {} : { dueUntil: dayOf(dueUntil) }),
});

/** Filters as an answer names them, in the order of the list's own. */
const filtersEcho = (asked: AskedLetters): Record<string, string> =>
  Object.fromEntries(Object.keys(letterFilters).flatMap((name) => {
    const value = asked[name as keyof typeof letterFilters];
    return value === undefined ? [] : [[name, typeof value === 'string' ? value : value.join(',')]];
  }));

const pinnedQuestion = (asked: AskedLetters, { season, asOf, position, rule, calendar }: SeasonQuestion): Record<string, string> =>
  ({ season: season.id, asOf, position, rule, calendar, ...filtersEcho(asked), order: asked.order ?? 'daysOverdue' });
