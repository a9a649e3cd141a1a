import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isoOf } from '@netral/domain';
import { answer, selectLetters, type Basis, type FigureId, type Letter, type Models, type Unit } from '@netral/figures';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { letterItems } from '../letters/letter-item';
import { FIRST_DAY } from '../question/calendar-days';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { basisOf, seasonEcho, seasonParameters, seasonQuestionOf, type SeasonQuestion } from '../question/season-question';
import { addressOf, isPinned } from '../question/self';
import type { Answered } from '../viewer';

export const changesParameters = seasonParameters;
/** Letters named in each direction; the totals count them all. */
const NAMED_MAX = 100;

/** What is otherwise than on the day before, both days as known at the same time. Before the first day there is none: it is compared with itself. */
export class ListChanges extends Query<Answered<object>> {
  constructor(readonly search: string) {
    super();
  }
}

@QueryHandler(ListChanges)
export class ListChangesHandler implements IQueryHandler<ListChanges> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ search }: ListChanges): Promise<Answered<object>> {
    const problems = new Problems();
    const asked = readParameters(rawParameters(search), changesParameters, problems);
    const season = seasonQuestionOf(asked, this.models, this.clock.now(), problems);
    problems.refuseIfAny();
    const [models, now] = [this.models.at(season.ordinal), basisOf(season)];
    const before = { ...now, asOf: Math.max(FIRST_DAY, now.asOf - 1) };
    const [overdueNow, overdueBefore] = [now, before].map((basis) => selectLetters(basis, { state: 'overdue' }, 'daysOverdue', models)) as [ReturnType<typeof selectLetters>, ReturnType<typeof selectLetters>];
    const { asOf, position, rule, calendar } = season;
    const body = {
      ...seasonEcho(season, overdueNow), before: isoOf(before.asOf), figures: differencesOf(before, now, models),
      becameOverdue: await this.named(without(overdueNow.letters, overdueBefore.letters), season),
      noLongerOverdue: await this.named(without(overdueBefore.letters, overdueNow.letters), { ...season, asOf: isoOf(before.asOf) }),
      self: addressOf('/v1/changes', [['season', season.season.id], ['asOf', asOf], ['position', position], ['rule', rule], ['calendar', calendar]]),
    };
    return { body, pinned: isPinned(asked, true) };
  }

  private async named(letters: readonly Letter[], season: SeasonQuestion): Promise<object> {
    return { total: letters.length, items: await letterItems(letters.slice(0, NAMED_MAX), season, this.models) };
  }
}

export const without = (letters: readonly Letter[], others: readonly Letter[]): readonly Letter[] => {
  const held = new Set(others.map(({ doc }) => doc));
  return letters.filter(({ doc }) => !held.has(doc));
};

const compared: readonly (readonly [FigureId, Unit])[] = [
  ['reported', 'persons'], ['recommended', 'persons'], ['settled', 'persons'], ['pending', 'persons'], ['overdue', 'recommendations'], ['overdue', 'regions'], ['blocked', 'personnel-records'],
];

/** The same figures on both days. */
export const differencesOf = (before: Basis, now: Basis, models: Models): readonly object[] =>
  compared.map(([figure, unit]) => {
    const register = figure === 'reported' ? { register: 'recommender' as const } : {};
    const [was, is] = [before, now].map((basis) => Number(answer({ ...basis, figure, unit, ...register, by: [], filters: {} }, models).total)) as [number, number];
    return { figure, unit, before: was, value: is, difference: is - was };
  });
