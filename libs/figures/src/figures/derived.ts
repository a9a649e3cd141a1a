import type { DerivedFigure } from '../question/figure';

const withEmployer = ['reported', 'recommended', 'settled', 'in-process', 'pending', 'overdue', 'blocked', 'blocks', 'unblocks', 'violations'] as const;

export const share: DerivedFigure = {
  id: 'share',
  counts: 'share',
  label: { id: 'Bagian', en: 'Share' },
  definition: {
    id: 'Tiap nilai satu dimensi dibagi jumlah dasarnya, beserta kedua angkanya; yang tidak diketahui masuk sisa, yang selalu ditampilkan',
    en: 'Each cell of one dimension over the base, with both numbers; unknown is not ranked but stands in the remainder, which is always shown',
  },
  units: [],
  dimensions: [],
  bases: [...withEmployer, 'dismissed', 'forwarded', 'returned', 'not-proven', 'anomalies'],
};

export const topEmployers: DerivedFigure = {
  id: 'top-employers',
  counts: 'ranking',
  label: { id: 'Instansi terbanyak', en: 'Top employers' },
  definition: {
    id: 'Dasar menurut instansi, terbanyak lebih dulu, yang sama menurut kode; kementerian berada dalam daftar yang sama',
    en: 'The base by employer, count descending, ties by code; ministries stand in the same list',
  },
  units: [],
  dimensions: [],
  bases: withEmployer,
};
