import type { Language } from '../words/language';

const MS_PER_DAY = 86_400_000;
const JAKARTA_MS = 7 * 3_600_000;
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const SHORT: Readonly<Record<Language, readonly string[]>> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** Days are calendar days in Asia/Jakarta, wherever the browser is: they are read and written here, never by its zone or locale. */
export const dayNumber = (iso: string): number => Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / MS_PER_DAY;
export const isoOf = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && Number(text.slice(0, 4)) > 0 && roundTrips(text);
const roundTrips = (text: string): boolean => {
  const day = dayNumber(text);
  return !Number.isNaN(day) && isoOf(day) === text;
};

/** Whether the text is an instant with offset (RFC 3339). */
export const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));

/** The day it is in Jakarta at an instant, milliseconds since 1970. */
export const jakartaDay = (ms: number): string => new Date(ms + JAKARTA_MS).toISOString().slice(0, 10);

/** `26 Oktober 2020`. */
export const longDay = (iso: string, language: Language): string => `${Number(iso.slice(8, 10))} ${MONTHS[language][Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
/** `26 Okt`, for axes and narrow places. */
export const shortDay = (iso: string, language: Language): string => `${Number(iso.slice(8, 10))} ${SHORT[language][Number(iso.slice(5, 7)) - 1]}`;
/** `26 Okt 2020`. */
export const mediumDay = (iso: string, language: Language): string => `${shortDay(iso, language)} ${iso.slice(0, 4)}`;
export const monthOf = (iso: string, language: Language): string => SHORT[language][Number(iso.slice(5, 7)) - 1] ?? '';
export const weekdayOf = (iso: string, language: Language): string => WEEKDAYS[language][(((dayNumber(iso) + 4) % 7) + 7) % 7] ?? '';

/** `2 Nov 2020, 23.59 WIB`, from any RFC 3339 instant. */
export const instantText = (instant: string, language: Language): string => {
  const wall = new Date(Date.parse(instant) + JAKARTA_MS).toISOString();
  return `${mediumDay(wall, language)}, ${wall.slice(11, 16).replace(':', language === 'id' ? '.' : ':')} WIB`;
};
