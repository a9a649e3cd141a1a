import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { seasons } from '@netral/domain';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { momentOf, momentParameters } from '../question/moment';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { addressOf } from '../question/self';
import type { Answered } from '../viewer';

export const seasonsParameters = { knownAt: momentParameters.knownAt, position: momentParameters.position };

/** The seasons opened, in the order in which they were opened; the last is the default of every question. */
export class ListSeasons extends Query<Answered<object>> {
  constructor(readonly search: string) {
    super();
  }
}

@QueryHandler(ListSeasons)
export class ListSeasonsHandler implements IQueryHandler<ListSeasons> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ search }: ListSeasons): Promise<Answered<object>> {
    const problems = new Problems();
    const asked = readParameters(rawParameters(search), seasonsParameters, problems);
    const { knownAt, position, ordinal } = momentOf(asked, this.models, this.clock.now(), problems);
    problems.refuseIfAny();
    const list = seasons(this.models.rulebookAt(ordinal)).map(({ id, data, position: openedAt }) => ({
      season: id, label: data.label, openedOn: data.openedOn, from: data.from, until: data.until,
      regionEdition: data.regionEdition, synthetic: data.synthetic, position: openedAt,
    }));
    return { body: { knownAt, position, seasons: list, self: addressOf('/v1/seasons', [['position', position]]) }, pinned: asked.position !== undefined };
  }
}
