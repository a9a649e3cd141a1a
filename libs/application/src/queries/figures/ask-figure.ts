import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { answer, isFigureId } from '@netral/figures';
import { CLOCK, type Clock } from '@netral/platform';
import { notFound } from '../query.error';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { inEdition } from '../question/region-edition';
import { seasonEcho, seasonQuestionOf } from '../question/season-question';
import { isPinned } from '../question/self';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import type { Answered, Viewer } from '../viewer';
import { parametersOf } from './figure-parameters';
import { figureQuestionEcho, figureQuestionOf, figureSelf } from './figure-question';

/** One figure, at any two times: `search` is what follows the question mark. */
export class AskFigure extends Query<Answered<object>> {
  constructor(readonly figure: string, readonly search: string, readonly viewer: Viewer) {
    super();
  }
}

@QueryHandler(AskFigure)
export class AskFigureHandler implements IQueryHandler<AskFigure> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ figure, search, viewer }: AskFigure): Promise<Answered<object>> {
    if (!isFigureId(figure)) throw notFound('figure');
    const problems = new Problems();
    const raw = rawParameters(search);
    const given = readParameters(raw, parametersOf(figure, raw.get('of')?.[0]), problems);
    const season = seasonQuestionOf(given, this.models, this.clock.now(), problems);
    const asked = inEdition(given, season.season.regionEdition, problems);
    const question = figureQuestionOf(figure, asked, season, problems);
    problems.refuseIfAny();
    const found = answer({ ...question, withhold: viewer.kind !== 'investigator' }, this.models.at(season.ordinal));
    const body = {
      figure, unit: question.unit, ...seasonEcho(season, found), ...figureQuestionEcho(question),
      cells: found.cells, total: found.total, remainder: found.remainder, notes: found.notes, self: figureSelf(question, season),
    };
    return { body, pinned: isPinned(asked, true) };
  }
}
