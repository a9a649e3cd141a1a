import { day, endOf } from '../calendar';

/** What the two registers looked like in June 2020: employers in order, positions and categories. */

/** The recommender's ten largest employers on 26 June, in order; all others stay below the tenth. */
export const recommenderTop = ['33.11', '33.03', '74.07', '52.04', '63.72', '74.13', '52', '72.01', '52.05', '74.03'] as const;
export const recommenderOthersMax = 7;
/** Bawaslu's on 15 June. */
export const bawasluTop = ['74.07', '33.11', '52', '52.05', '73.02', '72.01', 'pusat.kemendikbud', '73.71', '91.19', '74.03'] as const;
export const bawasluOthersMax = 4;

/** Persons in Bawaslu's register on 15 June, and the days by which parts of it were known. */
export const bawasluJune = {
  persons: 369,
  early: { until: day('2020-06-10'), knownUntil: endOf(day('2020-06-11')) },
  all: { until: day('2020-06-15'), knownUntil: endOf(day('2020-06-27')) },
} as const;

export const positionGroups = ['jpt', 'administrator', 'pengawas', 'fungsional', 'pelaksana', 'kepala-wilayah', 'unknown'] as const;
export type PositionGroup = (typeof positionGroups)[number];
/** Persons by position: 36, 17, 13, 12 and 7 per cent lead the recommender's register. */
export const recommenderPositions: Readonly<Record<PositionGroup, number>> = {
  jpt: 133,
  fungsional: 63,
  administrator: 48,
  pelaksana: 44,
  'kepala-wilayah': 26,
  pengawas: 23,
  unknown: 32,
};
/** 33 per cent lead Bawaslu's. */
export const bawasluPositions: Readonly<Record<PositionGroup, number>> = {
  jpt: 122,
  fungsional: 66,
  administrator: 52,
  pelaksana: 58,
  'kepala-wilayah': 29,
  pengawas: 22,
  unknown: 20,
};

/** Persons under the category stated first in the recommender's register: 27, 21, 13, 9 and 4 per cent lead. */
export const recommenderCategories: Readonly<Record<string, number>> = {
  sosmed: 100,
  'parpol-dekati': 77,
  spanduk: 48,
  'deklarasi-diri': 33,
  'deklarasi-hadir': 15,
  'foto-simbol': 14,
  'kegiatan-pihak': 13,
  silaturahmi: 13,
  'dukung-paslon': 12,
  narasumber: 10,
  'kerahkan-pns': 8,
  fasilitas: 7,
  keputusan: 5,
  atribut: 4,
  'ktp-dukung': 3,
  unknown: 7,
};
/** Violations (one person in one category of one report) in Bawaslu's register on 11 June. */
export const bawasluViolations: Readonly<Record<string, number>> = { sosmed: 112, 'parpol-dekati': 81, spanduk: 34 };

/** Categories later in the year, by weight. */
export const laterCategories: readonly (readonly [string, number])[] = [
  ['sosmed', 30],
  ['parpol-dekati', 10],
  ['spanduk', 7],
  ['deklarasi-diri', 4],
  ['deklarasi-hadir', 9],
  ['foto-simbol', 9],
  ['kegiatan-pihak', 8],
  ['silaturahmi', 8],
  ['dukung-paslon', 12],
  ['narasumber', 4],
  ['kerahkan-pns', 5],
  ['fasilitas', 4],
  ['keputusan', 3],
  ['atribut', 3],
  ['ktp-dukung', 1],
  ['unknown', 2],
];
export const laterPositions: readonly (readonly [PositionGroup, number])[] = [
  ['jpt', 27],
  ['fungsional', 26],
  ['administrator', 15],
  ['pelaksana', 14],
  ['kepala-wilayah', 8],
  ['pengawas', 6],
  ['unknown', 4],
];
