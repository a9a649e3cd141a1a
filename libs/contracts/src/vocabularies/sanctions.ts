import { type Row, closedVocabulary, openVocabulary } from './vocabulary';

const byWeight: readonly Row[] = [
  ['moral-closed', 'Sanksi moral pernyataan tertutup', 'Moral sanction, closed statement'],
  ['moral-open', 'Sanksi moral pernyataan terbuka', 'Moral sanction, open statement'],
  ['discipline-light', 'Hukuman disiplin ringan', 'Light disciplinary punishment'],
  ['discipline-medium', 'Hukuman disiplin sedang', 'Medium disciplinary punishment'],
  ['discipline-heavy', 'Hukuman disiplin berat', 'Heavy disciplinary punishment'],
];

/** From the lightest to the heaviest: moral sanctions of PP 42/2004 before the discipline of PP 53/2010. */
export const sanctions = closedVocabulary('sanctions', byWeight);

/** What settled a person: a sanction, or leaving the service, which is lighter than every sanction. */
export const sanctionsImposed = closedVocabulary('sanctions-imposed', [
  ['separated', 'Berhenti atau pensiun', 'Separated from service'],
  ...byWeight,
]);

export const sanctionClasses = openVocabulary('sanction-classes', [
  ['ethics', 'Kode etik', 'Code of ethics'],
  ['discipline', 'Disiplin', 'Discipline'],
]);

const weights = new Map(byWeight.map(([code], index) => [code, index + 1]));

/** 1 (moral-closed) to 5 (discipline-heavy); 0 for a separation and whatever is no sanction. */
export const sanctionWeight = (sanction: string): number => weights.get(sanction) ?? 0;

export const sanctionClass = (sanction: string): 'ethics' | 'discipline' | undefined => {
  if (!weights.has(sanction)) return undefined;
  return sanction.startsWith('moral-') ? 'ethics' : 'discipline';
};

/** Level in BKN's SIASN discipline record: R(ingan), S(edang), B(erat). A moral sanction has none. */
export const siasnLevel = (sanction: string): 'R' | 'S' | 'B' | undefined =>
  ({ 'discipline-light': 'R', 'discipline-medium': 'S', 'discipline-heavy': 'B' } as const)[sanction as 'discipline-light'];
