import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { rules, type DeadlineRule } from '@netral/domain';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { momentOf, momentParameters } from '../question/moment';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { addressOf } from '../question/self';
import type { Answered } from '../viewer';

export const rulesParameters = { knownAt: momentParameters.knownAt, position: momentParameters.position };

/** The deadline rules of the joint decision, each in its latest adoption known. */
export class ListRules extends Query<Answered<object>> {
  constructor(readonly search: string) {
    super();
  }
}

@QueryHandler(ListRules)
export class ListRulesHandler implements IQueryHandler<ListRules> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ search }: ListRules): Promise<Answered<object>> {
    const problems = new Problems();
    const asked = readParameters(rawParameters(search), rulesParameters, problems);
    const { knownAt, position, ordinal } = momentOf(asked, this.models, this.clock.now(), problems);
    problems.refuseIfAny();
    const body = { knownAt, position, rules: rules(this.models.rulebookAt(ordinal)).map(ruleItem), self: addressOf('/v1/rules', [['position', position]]) };
    return { body, pinned: asked.position !== undefined };
  }
}

const ruleItem = ({ id, version, appliesTo, days, dayKind, from, calendarId, data, position }: DeadlineRule) => ({
  rule: id, version, label: data.label, appliesTo, days, dayKind, from, calendar: calendarId ?? null,
  validFrom: data.validFrom, validUntil: data.validUntil, source: data.source, position,
});
