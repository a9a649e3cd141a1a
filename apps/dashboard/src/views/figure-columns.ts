import type { Column } from '../components/table';
import type { Value } from '../lib/api/types';
import { catalogue } from '../lib/catalogue.svelte';
import { label, number, percent, t } from '../lib/words/words.svelte';

/** A figure's name and what it came to, as every answer gives it. */
export interface FigureTotal {
  readonly figure: string;
  readonly unit: string;
  readonly total: Value;
}

export const figureName = (figure: string): string => label(catalogue.figure(figure)?.label ?? { id: figure, en: figure });
export const totalShown = (total: Value): string =>
  total === null ? t('withheld') : typeof total === 'number' ? number(total) : percent(total.value);
const partOf = (total: Value, part: 'numerator' | 'denominator'): number | null => (typeof total === 'object' && total !== null ? total[part] : null);
const shownPart = (part: number | null): string => (part === null ? '' : number(part));

/** Columns of a list of figures: name, unit, value, and for a rate what it is made of. */
export const figureColumns = (): readonly Column<FigureTotal>[] => [
  { title: t('keyFigures'), csv: ({ figure }) => figureName(figure) },
  { title: t('unit'), csv: ({ unit }) => label(catalogue.unitLabel(unit)) },
  { title: t('total'), csv: ({ total }) => (typeof total === 'object' && total !== null ? total.value : total), shown: ({ total }) => totalShown(total), numeric: true },
  { title: t('numerator'), csv: ({ total }) => partOf(total, 'numerator'), shown: ({ total }) => shownPart(partOf(total, 'numerator')), numeric: true },
  { title: t('denominator'), csv: ({ total }) => partOf(total, 'denominator'), shown: ({ total }) => shownPart(partOf(total, 'denominator')), numeric: true },
];
