import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { containsNip } from '@netral/contracts';
import type { Config } from '@netral/platform';

export interface PersonRead {
  /** Key or browser session that read. */
  readonly keyId: string;
  /** What was read: a route, such as `/v1/personnel/:subjectId`. */
  readonly what: string;
  /** The person's pseudonym, or the matter's id. Never a NIP. */
  readonly of: string;
}

export const accessLogDirOf = ({ dataDir, accessLogDir }: Pick<Config, 'dataDir' | 'accessLogDir'>): string => (accessLogDir === '' ? join(dataDir, 'access-log') : accessLogDir);

/** Reads of persons, one JSON object a line, a file a month, outside the event log. On disk when `record` resolves: ask it before answering. */
export class AccessLog {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly directory: string, private readonly now: () => number) {}

  /** @throws when it cannot be written: then the person may not be shown */
  record(reads: readonly PersonRead[]): Promise<void> {
    const at = new Date(this.now()).toISOString();
    const lines = reads.map(({ keyId, what, of }) => `${JSON.stringify({ at, keyId, what, of: containsNip(of) ? 'withheld' : of })}\n`).join('');
    const written = this.last.then(() => this.append(at.slice(0, 7), lines));
    this.last = written.catch(() => undefined);
    return written;
  }

  private async append(month: string, lines: string): Promise<void> {
    if (lines === '') return;
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const file = await open(join(this.directory, `${month}.ndjson`), 'a', 0o600);
    try {
      await file.appendFile(lines);
      await file.datasync();
    } finally {
      await file.close();
    }
  }
}
