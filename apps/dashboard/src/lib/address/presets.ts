import type { Label } from '../words/language';
import { NOW } from './place';

/** The day of one published document: what it speaks of, and the day it was printed. */
export interface Preset {
  readonly asOf: string;
  readonly knownAt: string;
  readonly source: Label;
}

/** The days of the five documents of 2020, oldest first. */
export const presets: Readonly<Record<string, readonly Preset[]>> = {
  'pilkada-2020': [
    { asOf: '2020-06-11', knownAt: '2020-06-11', source: { id: 'Penelitian KASN', en: 'KASN study' } },
    { asOf: '2020-06-15', knownAt: '2020-06-27', source: { id: 'Bawaslu', en: 'Bawaslu' } },
    { asOf: '2020-06-26', knownAt: '2020-06-30', source: { id: 'KASN', en: 'KASN' } },
    { asOf: '2020-09-30', knownAt: '2020-11-02', source: { id: 'Kemendagri', en: 'Home Affairs' } },
    { asOf: '2020-10-26', knownAt: '2020-11-02', source: { id: 'Kemendagri', en: 'Home Affairs' } },
    { asOf: '2020-10-27', knownAt: '2020-10-27', source: { id: 'Pers', en: 'Press' } },
    { asOf: '2020-11-26', knownAt: '2020-12-04', source: { id: 'BKN', en: 'BKN' } },
  ],
};

export interface SeasonDays {
  readonly season: string;
  readonly from: string;
  readonly until: string;
}

/**
 * Where a visitor begins who says nothing: today, while the season runs; after it, at the document that counted what was overdue,
 * or else at the season's last day.
 */
export const beginning = ({ season, from, until }: SeasonDays, today: string): { readonly asOf: string; readonly knownAt: string } => {
  if (today >= from && today <= until) return { asOf: today, knownAt: NOW };
  const document = presets[season]?.find(({ asOf }) => asOf === '2020-10-26');
  return document === undefined ? { asOf: until, knownAt: NOW } : { asOf: document.asOf, knownAt: document.knownAt };
};
