import type { Part } from './options';

/** One line of the bench: something measured, its unit, and where it is a comparison, what it is compared with. */
export interface Row {
  /** Permanent name: targets and plots refer to it. */
  readonly id: string;
  readonly part: Part;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string;
}

export const row = (part: Part, id: string, what: string, value: number, unit: string, note?: string): Row =>
  ({ id, part, what, value, unit, ...(note === undefined ? {} : { note }) });

/** Three significant digits at least, thousands apart. */
export const shown = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ' ');
};
