import { read, utils, write } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { openNetral, type TestNetral } from '../support/netral';
import { jointDecision, nip } from './answers.history';
import { misfits } from './answers.schema';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv';

describe('handing over a spreadsheet', () => {
  let netral: TestNetral;
  beforeEach(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision);
  });
  afterEach(() => netral.close());

  const bytesOf = async (path: string, key = 'ppk'): Promise<Buffer> =>
    Buffer.from(await (await fetch(netral.address + path, { headers: { authorization: `Bearer ${netral.keys[key]}` } })).arrayBuffer());
  const post = async (body: Buffer | string, { query = '', type = CSV, key = 'ppk', headers = {} as Record<string, string> } = {}) => {
    const authorization: Record<string, string> = key === '' ? {} : { authorization: `Bearer ${netral.keys[key]}` };
    const response = await fetch(`${netral.address}/v1/spreadsheets${query}`, { method: 'POST', headers: { ...authorization, 'content-type': type, ...headers }, body: Buffer.from(body) });
    const bytes = Buffer.from(await response.arrayBuffer());
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely by tests
    return { status: response.status, type: response.headers.get('content-type'), bytes, headers: response.headers, body: /json/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(bytes.toString()) as any) : undefined };
  };
  const recorded = async (): Promise<number> => ((await netral.get('/v1/events?type=SanctionImposed', { key: 'investigator' })).body as { items: object[] }).items.length;
  const values: Readonly<Record<string, string>> = {
    season: 'pilkada-2020', recommendationId: 'R1', employer: '33.11', imposedOn: '26 Oktober 2020', decreeNumber: '800/1', decreeDate: '25/10/2020', sanction: 'moral-open',
  };
  /** The CSV template as downloaded, filled below its notes as a person would. */
  const filled = async (...rows: readonly Readonly<Record<string, string>>[]): Promise<string> => {
    const template = (await bytesOf('/v1/templates/SanctionImposed?format=csv')).toString();
    const headings = template.split('\r\n')[0]!.replace('\ufeff', '').split(';');
    return template + rows.map((row) => headings.map((heading) => row[heading] ?? '').join(';')).join('\r\n');
  };

  it('goes from template to verdict to receipt', async () => {
    const list = await netral.get('/v1/templates', { key: 'ppk' });
    expect(list.body.templates.map(({ type }: { type: string }) => type)).toContain('SanctionImposed');
    const file = await filled(values, { ...values, recommendationId: 'R2', imposedOn: '10/26/2020' }, { ...values, recommendationId: 'R3', 'persons.1.nip': nip(1) });
    const checked = await post(file);
    expect(misfits('SpreadsheetAnswer', checked.body)).toEqual([]);
    expect([checked.status, checked.body.record, checked.body.counts]).toEqual([200, false, { 'good': 2, 'recorded': 0, 'duplicate': 0, 'refused': 1, 'set-aside': 0, 'not-chosen': 0 }]);
    expect(checked.body.rows[1]).toMatchObject({ row: 7, outcome: 'refused', problems: [{ column: 'imposedOn', letter: 'F', code: 'month-first', found: '10/26/2020', label: { id: 'Tanggal sanksi', en: 'Day of the sanction' } }] });
    expect(await recorded()).toBe(0);
    const sent = await post(file, { query: '?record=true&rows=8' });
    expect(sent.body.rows).toMatchObject([{ row: 6, outcome: 'not-chosen' }, { row: 7, outcome: 'refused' }, { row: 8, outcome: 'recorded', stream: 'recommendation-R3' }]);
    await netral.projector.caughtUp();
    expect(await recorded()).toBe(1);
    const all = await post(file, { query: '?record=true&rows=all' });
    expect(all.body.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['recorded', 'refused', 'duplicate']);
    expect(all.bytes.toString()).not.toContain(nip(1));
  });

  it('takes a workbook made from the template, and gives the receipts as a workbook or as CSV, without persons', async () => {
    const book = read(await bytesOf('/v1/templates/SanctionImposed?format=xlsx'));
    expect(book.SheetNames).toEqual(['Data', 'Petunjuk']);
    const sheet = book.Sheets['Data']!;
    const [headings] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    const row = (of: Readonly<Record<string, string>>) => headings!.map((heading) => of[heading] ?? null);
    utils.sheet_add_aoa(sheet, [row({ ...values, 'persons.1.nip': nip(1), 'persons.1.name': 'Pegawai Contoh 1', 'document': '=1+1' }), row({ ...values, recommendationId: 'R2', season: 'besok' })], { origin: 'A2' });
    const file = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    const receipts = await post(file, { query: '?record=true&format=xlsx', type: XLSX });
    expect([receipts.status, receipts.type, receipts.headers.get('content-disposition')]).toEqual([200, XLSX, 'attachment; filename="netral-tanda-terima-SanctionImposed.xlsx"']);
    const rows = utils.sheet_to_json<Record<string, unknown>>(read(receipts.bytes).Sheets['Tanda terima']!);
    expect(rows).toMatchObject([{ row: 2, outcome: 'recorded', stream: 'recommendation-R1', document: '=1+1' }, { row: 3, outcome: 'refused', reason: 'unknown-season', column: 'C season' }]);
    const csv = await post(file, { query: '?format=csv', type: XLSX });
    const again = parse(csv.bytes, { bom: true, delimiter: ';', columns: true }) as readonly Record<string, string>[];
    expect(again).toMatchObject([{ outcome: 'duplicate', position: rows[0]!['position'], document: "'=1+1" }, { outcome: 'refused' }]);
    for (const text of [JSON.stringify(rows), csv.bytes.toString()]) expect([text.includes(nip(1)), text.includes('Pegawai Contoh')]).toEqual([false, false]);
  });

  it('is for agencies and the operator, each with its own templates', async () => {
    expect((await post(await filled(values), { key: '' })).status).toBe(401);
    expect((await post(await filled(values), { key: 'investigator' })).status).toBe(403);
    expect((await post(await filled(values), { key: 'bkn' })).body.errors[0]).toMatchObject({ found: 'SanctionImposed' });
    expect((await post(await filled(values, { ...values, employer: '33.12' }), { key: 'ppk-33-11' })).body.rows).toMatchObject([{ outcome: 'good' }, { outcome: 'refused', problems: [{ code: 'wrong-employer' }] }]);
    expect((await netral.get('/v1/templates/SanctionImposed', { key: 'bkn' })).status).toBe(404);
    expect((await netral.get('/v1/templates', { key: 'operator' })).body.templates.map(({ type }: { type: string }) => type)).toContain('HolidayCalendarAdopted');
  });

  it('that cannot be read as a whole is refused with a place and what to do', async () => {
    const good = await filled(values);
    const refused = async (body: Buffer | string, options = {}) => {
      const answer = await post(body, options);
      expect(misfits('Problem', answer.body)).toEqual([]);
      return [answer.status, answer.body.code];
    };
    expect(await refused(good, { type: 'application/json' })).toEqual([415, 'wrong-content-type']);
    expect(await refused(good, { type: 'text/csv; charset=windows-1252' })).toEqual([415, 'wrong-content-type']);
    expect(await refused(Buffer.concat([Buffer.from(good), Buffer.from([0xe9])]))).toEqual([400, 'invalid-utf-8']);
    expect(await refused('')).toEqual([400, 'empty-body']);
    expect(await refused('nama;nip\nx;y')).toEqual([422, 'unprocessable']);
    expect(await refused(good, { type: XLSX })).toEqual([422, 'unprocessable']);
    expect(await refused(Buffer.alloc(9 << 20, 'a;'))).toEqual([413, 'body-too-large']);
    expect(await refused(good, { query: '?rows=2' })).toEqual([400, 'wrong-parameter']);
    expect(await refused(good, { query: '?record=true&rows=99' })).toEqual([400, 'wrong-parameter']);
    expect(await refused(good, { query: '?record=true&rows=5-2' })).toEqual([400, 'wrong-parameter']);
    expect(await refused(good, { query: '?mood=good' })).toEqual([400, 'wrong-parameter']);
    expect(await recorded()).toBe(0);
  });

  it('waits while a season is recorded', async () => {
    netral.gate.pause(3);
    const answer = await post(await filled(values), { query: '?record=true' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '3']);
    netral.gate.resume();
  });

  it('of thousands of rows lets others be answered meanwhile', async () => {
    const file = await filled(...Array.from({ length: 3000 }, (_, index) => ({ ...values, recommendationId: `R${index}` })));
    const answer = post(file);
    let others = 0;
    let open = true;
    void answer.finally(() => (open = false));
    while (open) {
      await netral.get('/health/live');
      others += 1;
    }
    expect((await answer).body.counts.good).toBe(3000);
    expect(others).toBeGreaterThan(5);
  });
});
