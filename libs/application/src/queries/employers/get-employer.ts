import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { entryOf } from '@netral/contracts';
import { employerSummary } from '@netral/figures';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { employerOf } from '../letters/letter-item';
import { notFound } from '../query.error';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { codeInEdition } from '../question/region-edition';
import { basisOf, seasonEcho, seasonParameters, seasonQuestionOf } from '../question/season-question';
import { addressOf, isPinned } from '../question/self';
import type { Answered } from '../viewer';

/** One employer and its figures, without any person. */
export class GetEmployer extends Query<Answered<object>> {
  constructor(readonly code: string, readonly search: string) {
    super();
  }
}

@QueryHandler(GetEmployer)
export class GetEmployerHandler implements IQueryHandler<GetEmployer> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ code: given, search }: GetEmployer): Promise<Answered<object>> {
    if (entryOf('employers', given) === undefined) throw notFound('employer');
    const problems = new Problems();
    const asked = readParameters(rawParameters(search), seasonParameters, problems);
    const season = seasonQuestionOf(asked, this.models, this.clock.now(), problems);
    problems.refuseIfAny();
    const code = codeInEdition(season.season.regionEdition, given);
    const entry = code === undefined ? undefined : entryOf('employers', code);
    if (code === undefined || entry === undefined) throw notFound('employer in the edition of the season');
    const summary = employerSummary(basisOf(season), code, this.models.at(season.ordinal));
    const { asOf, position, rule, calendar } = season;
    const pinned = [['season', season.season.id], ['asOf', asOf], ['position', position], ['rule', rule], ['calendar', calendar]] as const;
    const body = {
      ...seasonEcho(season, summary),
      ...employerOf(code), validFrom: entry.validFrom ?? null, validUntil: entry.validUntil ?? null,
      figures: summary.figures.map((each) => ({ ...each, href: addressOf(`/v1/figures/${each.figure}`, [['unit', each.unit], ...pinned, ['employer', code]]) })),
      recommendations: addressOf('/v1/recommendations', [...pinned, ['employer', code]]),
      self: addressOf(`/v1/employers/${code}`, pinned),
    };
    return { body, pinned: isPinned(asked, true) };
  }
}
