import type { Label } from '@netral/contracts';

/** What is counted. Unlike things are never added. */
export const units = {
  persons: { id: 'orang', en: 'persons' },
  reports: { id: 'laporan', en: 'reports' },
  recommendations: { id: 'rekomendasi', en: 'recommendations' },
  regions: { id: 'daerah', en: 'regions' },
  'personnel-records': { id: 'data kepegawaian', en: 'personnel records' },
  violations: { id: 'pelanggaran', en: 'violations' },
  count: { id: 'jumlah', en: 'count' },
} as const satisfies Record<string, Label>;
export type Unit = keyof typeof units;
