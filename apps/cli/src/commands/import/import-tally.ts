import type { Reason, Receipt } from '@netral/application';
import { renderTable } from '../../table';
import { say } from '../../words';

const LISTED_MAX = 50;

interface SetAsideLine {
  readonly line: number;
  readonly reason: Reason;
}

/** What became of the lines so far, in bounded memory. */
export class ImportTally {
  recorded = 0;
  duplicate = 0;
  setAside = 0;
  private readonly byReason = new Map<string, number>();
  private readonly listed: SetAsideLine[] = [];

  get lines(): number {
    return this.recorded + this.duplicate + this.setAside;
  }

  add(line: number, { outcome, reason }: Receipt): void {
    if (outcome !== 'set-aside') {
      this[outcome] += 1;
      return;
    }
    this.setAside += 1;
    const why = reason ?? { code: 'unknown' };
    this.byReason.set(why.code, (this.byReason.get(why.code) ?? 0) + 1);
    if (this.listed.length < LISTED_MAX) this.listed.push({ line, reason: why });
  }

  /** Tables for people: the counts, then the lines set aside, at most 50 of them. */
  *report(): Generator<string> {
    yield renderTable([say('hasil', 'outcome'), say('pesan', 'messages')], [
      [say('tercatat', 'recorded'), this.recorded],
      [say('duplikat', 'duplicate'), this.duplicate],
      [say('disisihkan', 'set aside'), this.setAside],
      ...[...this.byReason].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => [`  ${code}`, count] as const),
    ]);
    if (this.listed.length === 0) return;
    yield renderTable(
      [say('baris', 'line'), say('kode', 'code'), say('letak', 'pointer'), say('ditemukan', 'found'), say('seharusnya', 'expected')],
      this.listed.map(({ line, reason: { code, pointer = '', found = '', expected = '' } }) => [line, code, pointer, found, expected]),
    );
    const more = this.setAside - this.listed.length;
    if (more > 0) yield say(`… dan ${more} lagi; semuanya dengan --json`, `… and ${more} more; all of them with --json`);
  }
}
