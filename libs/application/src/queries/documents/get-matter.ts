import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dayOf, season as seasonOf } from '@netral/domain';
import { letterOf, validateRules } from '@netral/figures';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { personsIn } from '../events/persons-in';
import { letterLine } from '../letters/letter-item';
import { notFound } from '../query.error';
import { momentOf, momentParameters, type Moment } from '../question/moment';
import type { ValuesOf } from '../question/parameter';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { seasonParameters } from '../question/season-question';
import { addressOf, isPinned } from '../question/self';
import type { Answered, Viewer } from '../viewer';
import { employersIn, matters, viewAt } from './matter';
import { requireKind, seesEmployer, type DocumentKind } from './may-read';

/** A letter's due day depends on a rule; no other matter has one. */
export const letterDocumentParameters = { ...momentParameters, rule: seasonParameters.rule, calendar: seasonParameters.calendar };
type Asked = ValuesOf<typeof letterDocumentParameters>;

/** One matter, with its persons under pseudonyms, at any two times. */
export class GetMatter extends Query<Answered<object>> {
  constructor(readonly kind: DocumentKind, readonly id: string, readonly search: string, readonly viewer: Viewer) {
    super();
  }
}

@QueryHandler(GetMatter)
export class GetMatterHandler implements IQueryHandler<GetMatter> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ kind, id, search, viewer }: GetMatter): Promise<Answered<object>> {
    requireKind(viewer, kind, this.models.rulebook);
    const problems = new Problems();
    const asked: Asked = readParameters(rawParameters(search), kind === 'recommendation' ? letterDocumentParameters : momentParameters, problems);
    const moment = momentOf(asked, this.models, this.clock.now(), problems);
    const rules = { rule: asked.rule ?? 'in-force', calendar: asked.calendar ?? 'known' };
    problems.addAll(validateRules(rules, this.models.rulebookAt(moment.ordinal)));
    problems.refuseIfAny();
    const { number, body } = (await this.models.document(matters[kind].projection, id)) ?? missing(kind);
    const view = viewAt(kind, body, moment) ?? missing(kind);
    // Another's letter is answered as one that is not there: whether it is there is not theirs to know.
    if (!seesEmployer(viewer, employersIn(view))) missing(kind);
    const shown = kind === 'recommendation' ? this.letter(number, view, moment, rules) : { ...this.head(view, moment), ...view };
    const path = `/v1/${matters[kind].path}/${encodeURIComponent(id)}`;
    const ruled = kind === 'recommendation' ? Object.entries(rules) as [string, string][] : [];
    const self = addressOf(path, [['asOf', moment.asOf], ['position', moment.position], ...ruled]);
    return { body: { ...shown, history: `${path}/history`, self }, pinned: isPinned(asked, false), persons: personsIn(view) };
  }

  private head(view: object, { asOf, knownAt, position, ordinal }: Moment) {
    const id = (view as { season?: string }).season;
    const synthetic = id === undefined ? undefined : seasonOf(this.models.rulebookAt(ordinal), id)?.synthetic;
    return { ...(id === undefined ? {} : { season: id, synthetic: synthetic ?? null }), asOf, knownAt, position };
  }

  private letter(number: number, view: object, moment: Moment, { rule, calendar }: { rule: string; calendar: string }): object {
    const { season } = view as { season: string };
    const letter = letterOf({ season, asOf: dayOf(moment.asOf), ordinal: moment.ordinal, rule, calendar }, number, this.models.at(moment.ordinal)) ?? missing('recommendation');
    const { persons: counts, ...line } = letterLine(letter);
    const hypothetical = rule !== 'in-force' || calendar !== 'known';
    return { ...this.head(view, moment), rule, rules: letter.rules, calendar, calendars: letter.calendars, hypothetical, ...view, ...line, counts };
  }
}

const missing = (kind: DocumentKind): never => {
  throw notFound(`${matters[kind].what} known and in effect then`);
};
