import type { Words } from '../../words';

export interface CheckResult {
  readonly check: string;
  readonly label: Words;
  readonly checked: number;
  readonly wrong: number;
  /** Where the first wrong one is, and what it is. */
  readonly first?: string;
}

const labels = {
  'positions-ascend': { id: 'tempat menaik', en: 'positions ascend' },
  'revisions-contiguous': { id: 'revisi tiap aliran tanpa celah', en: 'revisions of each stream without gaps' },
  'ids-unique': { id: 'id hanya sekali', en: 'ids stand once' },
  'types-known': { id: 'jenis dikenal', en: 'types are known' },
  'versions-readable': { id: 'versi dapat dibaca', en: 'versions can be read' },
  'recorded-at': { id: 'waktu pencatatan sah', en: 'times of recording are instants' },
  'content-hash': { id: 'sidik isi ada', en: 'content hashes are there' },
  'no-nip': { id: 'tidak ada NIP', en: 'no NIP anywhere' },
  'models-complete': { id: 'model baca sampai akhir catatan', en: 'read models reach the end of the log' },
  'log-index': { id: 'indeks catatan', en: 'log index' },
  'documents': { id: 'dokumen sama dengan lipatan baru', en: 'documents equal a fresh fold' },
  'rows': { id: 'baris sama dengan lipatan baru', en: 'rows equal a fresh fold' },
} as const satisfies Record<string, Words>;
export type CheckName = keyof typeof labels;

/** Counts what was checked and what was wrong with it, by check. */
export class Checks {
  private readonly found = new Map<CheckName, { checked: number; wrong: number; first?: string }>();

  /** One thing checked; `where` is asked for only when it is wrong. Gives back whether it was right. */
  see(check: CheckName, right: boolean, where: () => string): boolean {
    let counts = this.found.get(check);
    if (counts === undefined) this.found.set(check, (counts = { checked: 0, wrong: 0 }));
    counts.checked += 1;
    if (right) return true;
    counts.wrong += 1;
    counts.first ??= where();
    return false;
  }

  get ok(): boolean {
    return [...this.found.values()].every(({ wrong }) => wrong === 0);
  }

  /** In the order of the list above; a check that had nothing to check says so by 0. */
  results(): readonly CheckResult[] {
    return (Object.keys(labels) as CheckName[]).map((check) => ({ check, label: labels[check], checked: 0, wrong: 0, ...this.found.get(check) }));
  }
}
