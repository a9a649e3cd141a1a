import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { labelOf } from '@netral/contracts';
import { isoOf } from '@netral/domain';
import { anomalyCases, expectedValue, type AnomalyCase } from '@netral/figures';
import { EVENT_STORE, NO_POSITION, type EventStore } from '@netral/event-store';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { filterParameters } from '../figures/figure-parameters';
import { employerOf } from '../letters/letter-item';
import { pageLimit, pageLimitMax } from '../letters/letter-parameters';
import { requireAnyRole, seesEmployer } from '../documents/may-read';
import { afterParameter, pageOf, resume } from '../question/cursor';
import { integerParameter, type ValuesOf } from '../question/parameter';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { basisOf, seasonEcho, seasonParameters, seasonQuestionOf, type SeasonQuestion } from '../question/season-question';
import { inEdition } from '../question/region-edition';
import { addressOf, isPinned } from '../question/self';
import type { Answered, Viewer } from '../viewer';

const filterNames = ['kind', 'agency', 'employer'] as const;
export const anomalyParameters = {
  kind: filterParameters.kind, agency: filterParameters.agency, employer: filterParameters.employer,
  limit: integerParameter('limit', 'Cases on a page.', 1, pageLimitMax, pageLimit),
  after: afterParameter,
  ...seasonParameters,
};
type Asked = ValuesOf<typeof anomalyParameters>;

/** What contradicts, case by case: the cases that the figure `anomalies` counts. An agency sees those of its own messages. */
export class ListAnomalies extends Query<Answered<object>> {
  constructor(readonly search: string, readonly viewer: Viewer) {
    super();
  }
}

@QueryHandler(ListAnomalies)
export class ListAnomaliesHandler implements IQueryHandler<ListAnomalies> {
  constructor(
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ search, viewer }: ListAnomalies): Promise<Answered<object>> {
    requireAnyRole(viewer);
    const problems = new Problems();
    const given = readParameters(rawParameters(search), anomalyParameters, problems);
    const { asked: resumed, offset, ceiling } = resume(given, anomalyParameters, problems);
    const season = seasonQuestionOf(resumed, this.models, this.clock.now(), problems, ceiling);
    const asked = inEdition(resumed, season.season.regionEdition, problems);
    checkFilters(asked, problems);
    problems.refuseIfAny();
    const cases = anomalyCases(basisOf(season), this.models.at(season.ordinal)).filter((each) => isAsked(each, asked) && isSeen(each, viewer));
    const { asOf, position, rule, calendar } = season;
    const limit = asked.limit ?? pageLimit;
    const filters = Object.fromEntries(filterNames.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name].join(',')]])));
    const question = { season: season.season.id, asOf, position, rule, calendar, ...filters };
    const { items, next } = pageOf(cases, offset, limit, question);
    const self = addressOf('/v1/anomalies', [...Object.entries(question), ['limit', limit], ['after', asked.after]]);
    const body = {
      ...seasonEcho(season, { rules: [], calendars: [] }), filters, limit,
      items: await Promise.all(items.map((each) => this.shown(each, season))), total: cases.length, next, self,
    };
    return { body, pinned: isPinned(given, true) };
  }

  private async shown({ kind, agency, employer, letter, eventOrdinal, day }: AnomalyCase, { ordinal }: SeasonQuestion): Promise<object> {
    const position = this.models.positionOf(Math.min(eventOrdinal, ordinal));
    const before = eventOrdinal === 0 ? NO_POSITION : this.models.positionOf(eventOrdinal - 1);
    let stream: string | null = null;
    for await (const event of this.store.readAll(before, { limit: 1 })) stream = event.stream;
    return {
      kind, label: labelOf('anomaly-kinds', kind), agency, day: isoOf(day), position, stream,
      employer: employer === '' ? null : employerOf(employer), recommendationId: letter === '' ? letterOf(stream) : letter,
    };
  }
}

/** A letter's stream is named by its id. */
const letterOf = (stream: string | null): string | null => (stream?.startsWith('recommendation-') === true ? stream.slice('recommendation-'.length) : null);

const checkFilters = (asked: Asked, problems: Problems): void => {
  for (const name of filterNames) {
    for (const value of asked[name] ?? []) {
      const expected = expectedValue(name, 'anomalies', value);
      if (expected !== undefined) problems.add(name, value, expected);
    }
  }
};

const isAsked = ({ kind, agency, employer }: AnomalyCase, asked: Asked): boolean =>
  (asked.kind ?? [kind]).includes(kind) && (asked.agency ?? [agency]).includes(agency) && (asked.employer ?? [employer]).includes(employer);

const isSeen = ({ agency, employer }: AnomalyCase, viewer: Viewer): boolean =>
  viewer.kind === 'investigator' || (viewer.kind === 'agency' && viewer.agency === agency && (employer === '' ? viewer.employers === undefined : seesEmployer(viewer, [employer])));
