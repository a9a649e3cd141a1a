import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { entryOf } from '@netral/contracts';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '@netral/event-store';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { matters } from '../documents/matter';
import { personsIn } from '../events/persons-in';
import { eventsBehind, explain, type ExplainedEvent } from '../history/explain';
import { personsShown } from '../history/persons-shown';
import { pageLimit, pageLimitMax } from '../letters/letter-parameters';
import { notFound } from '../query.error';
import { afterParameter, pageOf, resume } from '../question/cursor';
import { integerParameter } from '../question/parameter';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { codeInEdition } from '../question/region-edition';
import { seasonEcho, seasonParameters, seasonQuestionOf, type SeasonQuestion } from '../question/season-question';
import { addressOf, isPinned } from '../question/self';
import type { Answered } from '../viewer';
import { employerMatters, type EmployerMatter } from './employer-matters';

export const employerHistoryParameters = {
  limit: integerParameter('limit', 'Events on a page.', 1, pageLimitMax, pageLimit), after: afterParameter, ...seasonParameters,
};
type Item = ExplainedEvent & { readonly of: string };
interface MatterEvent { readonly matter: EmployerMatter; readonly event: RecordedEvent }

/** The events of all matters that concern one employer, oldest first, each with what it changed in which matter. */
export class GetEmployerHistory extends Query<Answered<object>> {
  constructor(readonly code: string, readonly search: string) {
    super();
  }
}

@QueryHandler(GetEmployerHistory)
export class GetEmployerHistoryHandler implements IQueryHandler<GetEmployerHistory> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(EVENT_STORE) private readonly store: EventStore, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ code: written, search }: GetEmployerHistory): Promise<Answered<object>> {
    if (entryOf('employers', written) === undefined) throw notFound('employer');
    const problems = new Problems();
    const given = readParameters(rawParameters(search), employerHistoryParameters, problems);
    const { asked, offset, ceiling } = resume(given, employerHistoryParameters, problems);
    const season = seasonQuestionOf(asked, this.models, this.clock.now(), problems, ceiling);
    problems.refuseIfAny();
    const code = codeInEdition(season.season.regionEdition, written);
    if (code === undefined) throw notFound('employer in the edition of the season');
    const all = await this.events(code, season);
    const { asOf, position, rule, calendar } = season;
    const question = { season: season.season.id, asOf, position, rule, calendar };
    const limit = asked.limit ?? pageLimit;
    const { items: shown, next } = pageOf(all, offset, limit, question);
    const { items, persons } = await this.explained(shown, season);
    const path = `/v1/employers/${code}`;
    const self = addressOf(`${path}/history`, [...Object.entries(question), ['limit', limit], ['after', asked.after]]);
    const body = { of: path, ...seasonEcho(season, { rules: [], calendars: [] }), limit, items, total: all.length, next, self };
    return { body, pinned: isPinned(given, true), persons: personsShown(items, persons) };
  }

  /** Events of all the employer's matters, oldest first. */
  private async events(code: string, season: SeasonQuestion): Promise<readonly MatterEvent[]> {
    const found: MatterEvent[] = [];
    for (const matter of await employerMatters(code, season, this.models)) {
      for (const event of await eventsBehind(matter, season, this.store)) found.push({ matter, event });
    }
    return found.sort((a, b) => (a.event.position < b.event.position ? -1 : 1));
  }

  /** Only what is shown is explained: an employer may have many matters, and each event costs a look at the whole of its own. */
  private async explained(shown: readonly MatterEvent[], season: SeasonQuestion): Promise<{ readonly items: readonly Item[]; readonly persons: readonly string[] }> {
    const byMatter = new Map<EmployerMatter, RecordedEvent[]>();
    for (const { matter, event } of shown) byMatter.set(matter, [...(byMatter.get(matter) ?? []), event]);
    const items: Item[] = [];
    const persons = new Set<string>();
    for (const [{ kind, id }, events] of byMatter) {
      const { path, projection } = matters[kind];
      const document = await this.models.document(projection, id);
      if (document === undefined) continue;
      const of = `/v1/${path}/${encodeURIComponent(id)}`;
      for (const each of await explain({ kind, id, body: document.body }, events, season, this.models)) items.push({ of, ...each });
      for (const person of [...personsIn(document.body), ...(kind === 'personnel' ? [id] : [])]) persons.add(person);
    }
    return { items: items.sort((a, b) => (a.position < b.position ? -1 : 1)), persons: [...persons] };
  }
}
