import { anomaly, firstStatements, restatedAnomaly, uniqueBy, type Anomaly } from '../ledger';
import type { Block, Lift, PersonnelStatement } from './kept';
import { walk, type Walk } from './walk';

/** One person's record in one season: each season is walked by itself. */
export interface SeasonRecord extends Walk {
  readonly season: string;
  readonly acts: readonly (Block | Lift)[];
  readonly anomalies: readonly Anomaly[];
}

/** The seasons of a record, in the order of their first mention. */
export const seasonsOf = (statements: readonly PersonnelStatement[]): readonly SeasonRecord[] => {
  const seasons = uniqueBy(statements.map(({ data }) => data.season), (season) => season);
  return seasons.map((season) => seasonOf(season, statements.filter(({ data }) => data.season === season)));
};

const isAct = (statement: PersonnelStatement): statement is Block | Lift => statement.type !== 'EarlyWarningIssued';

const seasonOf = (season: string, statements: readonly PersonnelStatement[]): SeasonRecord => {
  const { counted, restated } = firstStatements(statements.filter(isAct), ({ type, day, data }) => `${type} ${data.scope} ${day} ${data.document}`);
  const walked = walk(counted);
  return { season, acts: counted, ...walked, anomalies: [...restated.map(restatedAnomaly), ...counted.flatMap(groundless), ...walked.idle.map(idle)] };
};

// Whether the letter named is in effect is looked up when the figure is asked.
const groundless = (act: Block | Lift): readonly Anomaly[] =>
  act.type === 'PersonnelDataBlocked' ? [anomaly('block-without-ground', act, act.day, { letter: act.data.recommendationId ?? '' })] : [];

const idle = (act: Block | Lift): Anomaly => anomaly(act.type === 'PersonnelDataBlocked' ? 'block-of-blocked' : 'unblock-without-block', act, act.day);
