import { dayOf, latestSeason, season as seasonOf, seasons, type Rulebook, type Season } from '@netral/domain';
import { validateRules, type Basis, type VersionUsed } from '@netral/figures';
import type { ReadModels } from '../../project/read-models';
import { QueryError } from '../query.error';
import { momentOf, momentParameters, type KnownLog, type Moment } from './moment';
import { patternParameter, type ValuesOf } from './parameter';
import type { Problems } from './problems';

const REFERENCE = '^[A-Za-z0-9._-]{1,64}(@[1-9][0-9]{0,5})?$';

/** What every question about a season takes. */
export const seasonParameters = {
  ...momentParameters,
  season: patternParameter('season', 'Season asked about; default the one opened last.', '^[a-z0-9][a-z0-9-]{2,39}$', 'the id of a season', 'pilkada-2020'),
  rule: patternParameter('rule', "Deadline rule; default in-force: each letter's own. Any other is a hypothetical.", REFERENCE, 'in-force, or the id of a rule, alone or with @ and its version', 'in-force'),
  calendar: patternParameter('calendar', 'Holiday calendar; default known: the latest version known. Any other is a hypothetical.', REFERENCE, 'known, or <id>@<version>', 'known'),
};
export type AskedSeason = ValuesOf<typeof seasonParameters>;

/** A question about a season, as understood. */
export interface SeasonQuestion extends Moment {
  readonly season: Season;
  readonly rule: string;
  readonly calendar: string;
  /** Rules and calendars as known then. */
  readonly rulebook: Rulebook;
}

/**
 * Fills in what a question about a season leaves to default. A season is what its first opening says, wherever in the log
 * that stands, so that a question about a time before it is answered (with nothing) and answered the same for ever.
 * @throws QueryError `no-season` when none has been opened
 */
export const seasonQuestionOf = (
  asked: AskedSeason, models: KnownLog & Pick<ReadModels, 'rulebook' | 'rulebookAt'>, nowMs: number, problems: Problems, ceiling?: string,
): SeasonQuestion => {
  const moment = momentOf(asked, models, nowMs, problems, ceiling);
  const [book, rulebook] = [models.rulebook, models.rulebookAt(moment.ordinal)];
  const { rule = 'in-force', calendar = 'known' } = asked;
  problems.addAll(validateRules({ rule, calendar }, rulebook));
  const fallback = latestSeason(rulebook) ?? latestSeason(book);
  if (fallback === undefined) {
    problems.refuseIfAny();
    throw new QueryError('no-season', 'No season has been opened yet.');
  }
  const season = asked.season === undefined ? fallback : seasonOf(book, asked.season);
  if (season === undefined) problems.add('season', asked.season ?? '', `one of ${seasons(book).map(({ id }) => id).join(', ')}`);
  return { ...moment, season: season ?? fallback, rule, calendar, rulebook };
};

/** The same as figures and lists take it. */
export const basisOf = ({ season, asOf, ordinal, rule, calendar }: SeasonQuestion): Basis => ({ season: season.id, asOf: dayOf(asOf), ordinal, rule, calendar });

/** The question about a season as an answer names it, in the order of its keys. */
export const seasonEcho = ({ season, asOf, knownAt, position, rule, calendar }: SeasonQuestion, { rules, calendars }: { readonly rules: readonly VersionUsed[]; readonly calendars: readonly VersionUsed[] }) => ({
  season: season.id, synthetic: season.synthetic, asOf, knownAt, position,
  rule, rules, calendar, calendars, hypothetical: rule !== 'in-force' || calendar !== 'known',
});
