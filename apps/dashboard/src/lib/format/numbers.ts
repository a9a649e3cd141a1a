import type { Language } from '../words/language';

const GROUP: Readonly<Record<Language, string>> = { id: '.', en: ',' };
const DECIMAL: Readonly<Record<Language, string>> = { id: ',', en: '.' };

/** A whole number in the language's form: `12.345` in Indonesian, `12,345` in English. */
export const count = (value: number, language: Language): string =>
  `${value < 0 ? '−' : ''}${String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, GROUP[language])}`;

/** Per cent with one decimal, as the API rounded it: `35,0%`, `35.0%`. */
export const percent = (value: number, language: Language): string =>
  `${value.toFixed(1).replace('.', DECIMAL[language])}%`;

/** A difference with its sign. */
export const signed = (value: number, language: Language): string => (value > 0 ? `+${count(value, language)}` : count(value, language));
