import { casesInSight, type AnomalyCase } from '../figures/anomaly-cases';
import type { Basis } from '../question/question';
import { Known, type Models } from '../things/known';

/** The cases that the figure `anomalies` counts, by event, then kind. */
export const anomalyCases = (basis: Basis, models: Models): readonly AnomalyCase[] =>
  casesInSight(new Known(models, basis).moment(basis.asOf, basis.asOf, 'recommender'));
