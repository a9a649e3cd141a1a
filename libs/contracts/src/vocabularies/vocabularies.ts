import type { Label } from '../core/event-contract';
import { ageBands } from './age-bands';
import { anomalyKinds } from './anomaly-kinds';
import { bknOfficesVocabulary } from './bkn-offices';
import { categories } from './categories';
import { agencies, employerKinds, grounds, kinds, positionGroups, reasons, regionTypes, roles, scopes, stages } from './codes';
import { employersVocabulary } from './employers';
import { sanctionClasses, sanctions, sanctionsImposed } from './sanctions';
import type { Vocabulary, VocabularyEntry } from './vocabulary';

const all: readonly Vocabulary[] = [
  employersVocabulary, employerKinds, regionTypes, bknOfficesVocabulary, categories, positionGroups, sanctions, sanctionsImposed,
  sanctionClasses, kinds, stages, scopes, grounds, reasons, ageBands, agencies, roles, anomalyKinds,
];

/** Every vocabulary, by name. */
export const vocabularies: ReadonlyMap<string, Vocabulary> = new Map(all.map((vocabulary) => [vocabulary.name, vocabulary]));

const entries = new Map(all.map(({ name, entries: list }) => [name, new Map(list.map((entry) => [entry.code, entry]))]));

export const entryOf = (vocabulary: string, code: string): VocabularyEntry | undefined => entries.get(vocabulary)?.get(code);
export const hasCode = (vocabulary: string, code: string): boolean => entryOf(vocabulary, code) !== undefined;

/** What people call a code. One that the vocabulary does not have is its own label, so that no answer fails for a lack of words. */
export const labelOf = (vocabulary: string, code: string): Label => entryOf(vocabulary, code)?.label ?? { id: code, en: code };
