import { here } from '../address/location.svelte';
import * as days from '../format/days';
import * as numbers from '../format/numbers';
import type { Label, Language } from './language';
import { texts, type TextKey } from './texts';

const language = (): Language => here.place.lang;

/** A text in the visitor's language, its `{names}` filled in. */
export const t = (key: TextKey, values: Readonly<Record<string, string | number>> = {}): string =>
  texts[key][language() === 'id' ? 0 : 1].replace(/\{(\w+)\}/g, (all, name: string) => (name in values ? String(values[name]) : all));
/** As `t`, for a key made from a code of the API; a code that has no text stands for itself. */
export const named = (prefix: string, code: string): string => (`${prefix}.${code}` in texts ? t(`${prefix}.${code}` as TextKey) : code);
export const label = (text: Label): string => text[language()];
export const number = (value: number): string => numbers.count(value, language());
/** A dash where there is no base to take a share of. */
export const percent = (value: number | null): string => (value === null ? '–' : numbers.percent(value, language()));
export const signed = (value: number): string => numbers.signed(value, language());
export const day = (iso: string): string => days.longDay(iso, language());
export const mediumDay = (iso: string): string => days.mediumDay(iso, language());
export const shortDay = (iso: string): string => days.shortDay(iso, language());
export const weekday = (iso: string): string => days.weekdayOf(iso, language());
export const monthOf = (iso: string): string => days.monthOf(iso, language());
export const instant = (text: string): string => days.instantText(text, language());
