import { dayOf } from '@netral/domain';
import { employerLabel, employersVocabulary, labelOf, regionType, vocabularies, type Label } from '@netral/contracts';

interface DimensionInfo {
  readonly label: Label;
  /** Vocabulary of its codes, where it has one. */
  readonly vocabulary?: string;
  /** Codes outside the vocabulary can occur in what is counted. */
  readonly open?: true;
}

const info = (id: string, en: string, vocabulary?: string): DimensionInfo => ({ label: { id, en }, ...(vocabulary === undefined ? {} : { vocabulary }) });

/** What figures are broken down and filtered by. */
export const dimensions = {
  employer: info('Instansi', 'Employer', 'employers'),
  employerKind: info('Jenis instansi', 'Kind of employer', 'employer-kinds'),
  regionType: info('Jenis daerah', 'Type of region', 'region-types'),
  province: info('Provinsi', 'Province', 'employers'),
  category: { ...info('Kategori pelanggaran', 'Category of violation', 'categories'), open: true },
  positionGroup: info('Kelompok jabatan', 'Position group', 'position-groups'),
  day: info('Hari', 'Day'),
  kind: info('Jenis', 'Kind', 'kinds'),
  stage: info('Tahap', 'Stage', 'stages'),
  sanction: info('Sanksi yang direkomendasikan', 'Sanction recommended', 'sanctions'),
  class: info('Golongan sanksi', 'Class of sanction', 'sanction-classes'),
  sanctionImposed: info('Sanksi yang dijatuhkan', 'Sanction imposed', 'sanctions-imposed'),
  reason: info('Alasan', 'Reason', 'reasons'),
  ageBand: info('Lama lewat tenggat', 'Days overdue', 'age-bands'),
  office: { ...info('Kantor BKN', 'BKN office', 'bkn-offices'), open: true },
  scope: info('Lingkup blokir', 'Scope of the block', 'scopes'),
  ground: info('Dasar', 'Ground', 'grounds'),
  agency: { ...info('Lembaga', 'Agency', 'agencies'), open: true },
} as const satisfies Record<string, DimensionInfo>;
export type Dimension = keyof typeof dimensions;
export const dimensionIds = Object.keys(dimensions) as readonly Dimension[];

/** The traits an employer has by itself. */
export const employerDimensions = ['employer', 'employerKind', 'regionType', 'province'] as const satisfies readonly Dimension[];

// Anomalies have kinds of their own.
const vocabularyOf = (dimension: Dimension, figure: string): string | undefined =>
  dimension === 'kind' && figure === 'anomalies' ? 'anomaly-kinds' : dimensions[dimension].vocabulary;

/** Every value of a closed dimension, in the vocabulary's order: shown even at zero. Undefined for one that is open. */
export const closedValues = (dimension: Dimension, figure: string): readonly string[] | undefined => {
  const vocabulary = vocabularies.get(vocabularyOf(dimension, figure) ?? '');
  return vocabulary?.closed === true ? vocabulary.entries.map(({ code }) => code) : undefined;
};

/** What a filter on the dimension may hold, in words; undefined when the value may stand there. */
export const expectedValue = (dimension: Dimension, figure: string, value: string): string | undefined => {
  if (dimension === 'day') return isDay(value) ? undefined : 'a day that exists, YYYY-MM-DD';
  if (dimension === 'province') return regionType(value) === 'provinsi' ? undefined : 'a code of a province, two digits';
  const info: DimensionInfo = dimensions[dimension];
  const codes = vocabularies.get(vocabularyOf(dimension, figure) ?? '')?.entries.map(({ code }) => code);
  if (info.open === true || codes === undefined || codes.includes(value)) return undefined;
  return codes.length > 20 ? `a code of the vocabulary ${vocabularyOf(dimension, figure)}` : `one of ${codes.join(', ')}`;
};

/** What people call a value of a dimension. */
export const valueLabel = (dimension: Dimension, figure: string, key: string): Label => {
  if (dimension === 'employer' || dimension === 'province') return employerLabel(key);
  const vocabulary = vocabularyOf(dimension, figure);
  return vocabulary === undefined ? { id: key, en: key } : labelOf(vocabulary, key);
};

const isDay = (text: string): boolean => {
  try {
    return dayOf(text) !== undefined;
  } catch {
    return false;
  }
};

const employersByPlace = new Map<string, string[]>();
for (const { code } of employersVocabulary.entries) {
  const type = regionType(code);
  if (type !== undefined) employersByPlace.set(`${code.slice(0, 2)} ${type}`, [...(employersByPlace.get(`${code.slice(0, 2)} ${type}`) ?? []), code]);
}
/** The employer that a province and a type of region name together: the only one that the province has of that type. */
export const employerOfPlace = (province: string, type: string): string | undefined => {
  const [employer, ...others] = employersByPlace.get(`${province} ${type}`) ?? [];
  return others.length === 0 ? employer : undefined;
};
