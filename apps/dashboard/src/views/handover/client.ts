import type { Label } from '../../lib/words/language';
import type { Problem } from '../../lib/api/client';

export interface TemplateSummary { readonly type: string; readonly label: Label; readonly meaning: string; readonly marker: string }
export interface TemplateColumn {
  readonly heading: string; readonly label: Label; readonly meaning: string; readonly required: boolean; readonly kind: string; readonly form: Label;
  readonly codes: readonly { readonly code: string; readonly label: Label }[]; readonly example: string;
}
export interface Template extends TemplateSummary { readonly columns: readonly TemplateColumn[] }
export interface RowProblem {
  readonly column: string; readonly letter: string | null; readonly label: Label | null; readonly code: string; readonly found: string | null; readonly expected: string | null; readonly remedy: Label | null;
}
export type RowState = 'good' | 'refused' | 'duplicate' | 'recorded' | 'set-aside' | 'not-chosen';
export interface Row {
  readonly row: number; readonly outcome: RowState; readonly source: string | null; readonly id: string | null; readonly position: string | null; readonly stream: string | null; readonly recordedAt: string | null; readonly problems: readonly RowProblem[];
}
export interface SheetAnswer { readonly type: string; readonly record: boolean; readonly counts: Readonly<Record<RowState, number>>; readonly rows: readonly Row[] }

/** A file on its way: kept, so that what is recorded is what was checked. */
export interface Upload { readonly body: Blob | string; readonly type: string; readonly template: string }
export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem | undefined };

/** Asks with the agency's key, which only this object holds. Without one, as whom the browser is signed in. */
export class DeskClient {
  constructor(private readonly key: string) {}

  json = <T>(path: string, init: RequestInit = {}): Promise<Told<T>> => this.asked(path, init, async (response) => (await response.json()) as T);
  blob = (path: string, init: RequestInit = {}): Promise<Told<Blob>> => this.asked(path, init, (response) => response.blob());

  /** `rows` undefined only checks. */
  send = (upload: Upload, rows?: string): Promise<Told<SheetAnswer>> => this.json(this.address(upload, rows === undefined ? {} : { record: 'true', rows }), this.post(upload));
  results = (upload: Upload, format: 'csv' | 'xlsx'): Promise<Told<Blob>> => this.blob(this.address(upload, { format }), this.post(upload));

  private address({ template }: Upload, more: Readonly<Record<string, string>>): string {
    return `/v1/spreadsheets?${new URLSearchParams({ type: template, ...more }).toString()}`;
  }

  private post({ body, type }: Upload): RequestInit {
    return { method: 'POST', body, headers: { 'content-type': type } };
  }

  private async asked<T>(path: string, init: RequestInit, read: (response: Response) => Promise<T>): Promise<Told<T>> {
    try {
      const authorization: Record<string, string> = this.key === '' ? {} : { authorization: `Bearer ${this.key}` };
      const response = await fetch(path, { ...init, headers: { ...(init.headers as Record<string, string> | undefined), ...authorization }, credentials: 'same-origin' });
      if (response.ok) return { ok: true, value: await read(response) };
      const { code = '', detail = '', errors = [] } = (await response.json()) as Partial<Problem>;
      return { ok: false, problem: { status: response.status, code, detail, errors } };
    } catch {
      return { ok: false, problem: undefined };
    }
  }
}

/** Hands the browser a file to keep. */
export const keep = (name: string, blob: Blob): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};

/** Numbers of rows as spans, ascending: `2,5-9`. */
export const spans = (rows: readonly number[]): string => {
  const found: [number, number][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else found.push([row, row]);
  }
  return found.map(([from, until]) => (from === until ? String(from) : `${from}-${until}`)).join(',');
};
