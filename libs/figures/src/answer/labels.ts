import type { Label } from '@netral/contracts';
import { valueLabel, type Dimension } from '../question/dimensions';

/** Names of codes, for people. */
export interface Labels {
  of(dimension: Dimension, figure: string, key: string): Label;
}

export const vocabularyLabels: Labels = { of: valueLabel };

/** Name of a cell: its values, in the order of the dimensions asked. */
export const cellLabel = (labels: readonly Label[]): Label => ({
  id: labels.map(({ id }) => id).join(' · '),
  en: labels.map(({ en }) => en).join(' · '),
});
