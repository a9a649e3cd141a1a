import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { selectLetters, type Letter } from '@netral/figures';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { filterParameters } from '../figures/figure-parameters';
import { employerOf, letterItems } from '../letters/letter-item';
import { checkLetterFilters } from '../letters/list-letters';
import { pageLimit, pageLimitMax } from '../letters/letter-parameters';
import { integerParameter } from '../question/parameter';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { inEdition } from '../question/region-edition';
import { basisOf, seasonEcho, seasonParameters, seasonQuestionOf } from '../question/season-question';
import { addressOf, isPinned } from '../question/self';
import type { Answered } from '../viewer';

const { employerKind, province, regionType } = filterParameters;
const filterNames = ['employerKind', 'province', 'regionType'] as const;
export const waitingParameters = { employerKind, province, regionType, limit: integerParameter('limit', 'Employers at most; total counts them all.', 1, pageLimitMax, pageLimit), ...seasonParameters };

/** Employers that hold an overdue recommendation, longest overdue first, each with its oldest one. */
export class ListWaiting extends Query<Answered<object>> {
  constructor(readonly search: string) {
    super();
  }
}

@QueryHandler(ListWaiting)
export class ListWaitingHandler implements IQueryHandler<ListWaiting> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ search }: ListWaiting): Promise<Answered<object>> {
    const problems = new Problems();
    const given = readParameters(rawParameters(search), waitingParameters, problems);
    const season = seasonQuestionOf(given, this.models, this.clock.now(), problems);
    const asked = inEdition(given, season.season.regionEdition, problems);
    checkLetterFilters(asked, problems);
    problems.refuseIfAny();
    const filters = Object.fromEntries(filterNames.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]]])));
    const list = selectLetters(basisOf(season), { ...filters, state: 'overdue' }, 'daysOverdue', this.models.at(season.ordinal));
    const groups = byEmployer(list.letters);
    const limit = asked.limit ?? pageLimit;
    const shown = groups.slice(0, limit);
    const oldest = await letterItems(shown.map((group) => group.oldest), season, this.models);
    const echo = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, values.join(',')]));
    const { asOf, position, rule, calendar } = season;
    const body = {
      ...seasonEcho(season, list), filters: echo, limit,
      items: shown.map(({ employer, letters }, index) => ({ employer: employerOf(employer), recommendations: letters, oldest: oldest[index] })),
      total: groups.length,
      self: addressOf('/v1/employers', [['season', season.season.id], ['asOf', asOf], ['position', position], ['rule', rule], ['calendar', calendar], ...Object.entries(echo), ['limit', limit]]),
    };
    return { body, pinned: isPinned(asked, true) };
  }
}

interface Waiting {
  readonly employer: string;
  readonly oldest: Letter;
  readonly letters: number;
}

/** Letters, longest overdue first, gathered by their employer in the order in which it first appears. */
export const byEmployer = (letters: readonly Letter[]): readonly Waiting[] => {
  const groups = new Map<string, Waiting>();
  for (const letter of letters) {
    const group = groups.get(letter.employer);
    groups.set(letter.employer, group === undefined ? { employer: letter.employer, oldest: letter, letters: 1 } : { ...group, letters: group.letters + 1 });
  }
  return [...groups.values()];
};
