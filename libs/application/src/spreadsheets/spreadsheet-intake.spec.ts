import { exampleMessage } from '@netral/contracts';
import * as fc from 'fast-check';
import type { Sender } from '../ingest/ingest';
import { MessageChecker } from '../ingest/message-checker';
import { NOW, limits, openFixture, type Fixture } from '../ingest/testing/fixture';
import { letter, message, nameOf, nipOf, sanction } from '../ingest/testing/messages';
import { receiptsFile } from './receipts-file';
import type { RowOutcome } from './row-outcome';
import { SpreadsheetIntake } from './spreadsheet-intake';
import { templateNamed } from './template/template';
import { addressOf, csvText, filled, tableOf, workbook } from './testing/fill';

const ppk: Sender = { agency: 'ppk' };
const template = templateNamed('SanctionImposed')!;
const persons = (...serials: number[]) => ({ persons: serials.map((serial) => ({ nip: nipOf(serial), name: nameOf(serial) })) });
const row = (id: string, extra: object = {}) => filled(template, sanction(id, extra));
const csv = (rows: readonly ReadonlyMap<string, string>[]) => ({ format: 'csv' as const, bytes: csvText(tableOf(template, rows), ';'), template: undefined });
const outcomesOf = (rows: readonly RowOutcome[]) => rows.map(({ outcome }) => outcome);

const open = async (): Promise<Fixture & { readonly sheets: SpreadsheetIntake }> => {
  const fixture = await openFixture();
  const checker = new MessageChecker({ store: fixture.store, vault: fixture.vault, clock: { now: () => NOW } }, limits);
  return { ...fixture, sheets: new SpreadsheetIntake(checker, fixture.ingest, 100) };
};
/** Everything of the ingest that a check may not touch. */
const writes = async ({ events, vault }: Fixture) => ({ events: (await events()).length, letters: (await vault.deadLetters({ limit: 100 })).length, person: await vault.find(nipOf(1)) });

describe('a spreadsheet that is checked', () => {
  it('gets a verdict on each row, and nothing is recorded, sealed or given a pseudonym', async () => {
    const netral = await open();
    const before = await writes(netral);
    const upload = csv([row('R-1', persons(1)), row('R-2', { imposedOn: '2020-10-32' }), row('R-3', { season: 'pilkada-1999' }), row('R-4', { sanction: 'fired' }), row('R-5', { employer: 'Atlantis' })]);
    const { rows } = await netral.sheets.check(upload, ppk);
    expect(rows).toMatchObject([
      { row: 2, outcome: 'good', problems: [] },
      { row: 3, outcome: 'refused', problems: [{ column: 'imposedOn', letter: 'F', code: 'not-a-day', found: '2020-10-32', remedy: { id: expect.stringContaining('26/10/2020') as string } }] },
      { row: 4, outcome: 'refused', problems: [{ column: 'season', code: 'unknown-season', found: 'pilkada-1999' }] },
      { row: 5, outcome: 'refused', problems: [{ column: 'sanction', letter: 'I', code: 'wrong-value', found: 'fired' }] },
      { row: 6, outcome: 'refused', problems: [{ column: 'employer', code: 'unknown-employer' }] },
    ]);
    expect(await writes(netral)).toEqual(before);
  });

  it('is told what the ingest would say, whatever the row', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.record({
        id: fc.constantFrom('R-1', 'R-2', 'x y'), messageId: fc.option(fc.constantFrom('m1', 'm2'), { nil: undefined }), imposedOn: fc.constantFrom('2020-10-01', '2020-10-02', '2022-01-01'),
        employer: fc.constantFrom('74.07', 'Kabupaten Wakatobi', 'nowhere'), nip: fc.option(fc.constantFrom(nipOf(1), nipOf(2), '123'), { nil: undefined }), season: fc.constantFrom('pilkada-2020', 'pilkada-2020', 'pilkada-1'),
      }), { minLength: 1, maxLength: 6 }),
      async (lines) => {
        const netral = await open();
        const upload = csv(lines.map(({ id, messageId, nip, ...rest }) => new Map([...row(id, { ...rest, ...(nip !== undefined && { persons: [{ nip }] }) }), ...(messageId === undefined ? [] : [['message.id', messageId] as const])])));
        const verdicts = outcomesOf((await netral.sheets.check(upload, ppk)).rows);
        const told = outcomesOf((await netral.sheets.record(upload, ppk, 'all')).rows);
        expect(told).toEqual(verdicts.map((verdict) => (verdict === 'good' ? 'recorded' : verdict)));
        expect(outcomesOf((await netral.sheets.check(upload, ppk)).rows)).toEqual(verdicts.map((verdict) => (verdict === 'good' ? 'duplicate' : verdict)));
      },
    ), { numRuns: 40 });
  });

  it('is told every cell of a row that is wrong or missing, at once', async () => {
    const { sheets } = await open();
    const { rows } = await sheets.check(csv([row('R-1', { employer: undefined, decreeNumber: undefined, imposedOn: '1/13/2020' })]), ppk);
    expect(rows[0]?.problems.map(({ column, code, letter }) => [column, code, letter])).toEqual([['imposedOn', 'month-first', 'F'], ['employer', 'missing-field', 'E'], ['decreeNumber', 'missing-field', 'G']]);
  });

  it('never shows a NIP, a name or a free text of the file', async () => {
    const netral = await open();
    const answer = await netral.sheets.check(csv([
      row('R-1', { persons: [{ nip: `${nipOf(1).slice(0, 15)}000` }] }), row('R-2', { persons: [{ nip: nipOf(2).slice(1) }] }), row('R-3', { document: `a.n. ${nipOf(3)}` }), row(nipOf(4)), row('R-5', { document: nameOf(5), ...persons(5) }),
    ]), ppk);
    expect(answer.rows.map(({ problems }) => problems[0]?.code)).toEqual(['nip-rounded', 'nip-short', 'nip-outside-person', 'nip-outside-person', 'name-outside-person']);
    const files = [JSON.stringify(answer.rows), (await receiptsFile(answer, 'csv')).toString(), (await receiptsFile(answer, 'xlsx')).toString('latin1')].join('\n');
    expect(files).not.toMatch(/\d{15}/);
  });
});

describe('a spreadsheet that is recorded', () => {
  it('gives each good row a receipt and leaves the others alone', async () => {
    const netral = await open();
    const before = (await netral.events()).length;
    const { rows } = await netral.sheets.record(csv([row('R-1', persons(1)), row('R-2', { imposedOn: 'besok' }), row('R-3')]), ppk, 'all');
    expect(rows).toMatchObject([{ outcome: 'recorded', stream: 'recommendation-R-1', revision: 0 }, { outcome: 'refused', stream: null }, { outcome: 'recorded', stream: 'recommendation-R-3' }]);
    expect((await netral.events()).length).toBe(before + 2);
    expect((await netral.vault.deadLetters({ limit: 10 })).length).toBe(0);
  });

  it('records the rows chosen, and no other', async () => {
    const netral = await open();
    const upload = csv([row('R-1'), row('R-2'), row('R-3')]);
    expect(outcomesOf((await netral.sheets.record(upload, ppk, new Set([3]))).rows)).toEqual(['not-chosen', 'recorded', 'not-chosen']);
    await expect(netral.sheets.record(upload, ppk, new Set([9]))).rejects.toMatchObject({ name: 'UnknownRowError', row: 9 });
  });

  it('twice records once, in whatever form the same rows come', async () => {
    const netral = await open();
    const table = tableOf(template, [row('R-1', persons(1, 2)), row('R-2')]);
    const first = await netral.sheets.record({ format: 'csv', bytes: csvText(table, ';'), template: undefined }, ppk, 'all');
    const count = (await netral.events()).length;
    for (const upload of [
      { format: 'csv' as const, bytes: csvText(table, ',', { bom: true, end: '\r\n' }), template: undefined },
      { format: 'xlsx' as const, bytes: workbook(table), template: undefined },
      { format: 'csv' as const, bytes: csvText(table.map((line) => line.map((text) => text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1'))), ';'), template: undefined },
    ]) {
      const again = await netral.sheets.record(upload, ppk, 'all');
      expect(outcomesOf(again.rows)).toEqual(['duplicate', 'duplicate']);
      expect(again.rows.map(({ position }) => position)).toEqual(first.rows.map(({ position }) => position));
    }
    expect((await netral.events()).length).toBe(count);
  });

  it('takes a row that was changed for a new message; with an id of its own, for a conflict', async () => {
    const netral = await open();
    const own = new Map([...row('R-2'), ['message.id', 'SK-1']]);
    await netral.sheets.record(csv([row('R-1'), own]), ppk, 'all');
    const { rows } = await netral.sheets.check(csv([row('R-1', { decreeNumber: '800/2' }), new Map([...own, ['decreeNumber', '800/2']])]), ppk);
    expect(rows).toMatchObject([{ outcome: 'good' }, { outcome: 'refused', id: 'SK-1', problems: [{ column: 'message.id', code: 'conflicting-redelivery' }] }]);
  });

  it('speaks for the employers of the key only', async () => {
    const netral = await open();
    const office: Sender = { agency: 'ppk', employers: ['33.11', '74.07'] };
    const { rows } = await netral.sheets.record(csv([row('R-1', { employer: 'Kabupaten Wakatobi' }), row('R-2', { employer: '33.11' }), row('R-3', { employer: '33.12' })]), office, 'all');
    expect(rows).toMatchObject([{ outcome: 'recorded' }, { outcome: 'recorded' }, { outcome: 'refused', problems: [{ code: 'wrong-employer' }] }]);
    expect((await netral.events()).map(({ metadata }) => (JSON.parse(metadata) as { source: string }).source)).toEqual(expect.arrayContaining(['urn:netral:ppk:74.07', 'urn:netral:ppk:33.11']));
  });

  it('corrects a message by the template of its correction', async () => {
    const netral = await open();
    await netral.give(message('SanctionImposed', 'm1', sanction('R-1'), { agency: 'ppk' }));
    const correction = templateNamed('FactCorrected.SanctionImposed')!;
    const { data } = exampleMessage('FactCorrected');
    const fix = (matter: string) => filled(correction, { ...data, matter, messageSource: 'urn:netral:ppk', messageId: 'm1', data: sanction(matter, { decreeNumber: '800/9' }) });
    const upload = { format: 'csv' as const, bytes: csvText(tableOf(correction, [fix('R-1'), fix('R-7')]), ';'), template: undefined };
    expect((await netral.sheets.check(upload, ppk)).rows).toMatchObject([{ outcome: 'good' }, { outcome: 'refused', problems: [{ column: 'messageId', code: 'correction-changes-matter' }] }]);
    expect(outcomesOf((await netral.sheets.record(upload, ppk, 'all')).rows)).toEqual(['recorded', 'refused']);
  });

  it('is refused whole when its agency may not state such facts', async () => {
    const netral = await open();
    await expect(netral.sheets.check(csv([row('R-1')]), { agency: 'bkn' })).rejects.toMatchObject({ faults: [{ code: 'unknown-template' }] });
    expect((await netral.sheets.templates(ppk)).map(({ name }) => name)).toEqual([
      'FollowUpStarted', 'SanctionImposed', 'RecommendationDisputed', 'PersonSeparated', 'FactCorrected.FollowUpStarted', 'FactCorrected.SanctionImposed', 'FactCorrected.RecommendationDisputed', 'FactCorrected.PersonSeparated', 'FactRetracted',
    ]);
  });
});

describe('a cell that a spreadsheet damaged', () => {
  const whole = { ...letter('R-1'), persons: [1, 2].map((serial) => ({ nip: nipOf(serial), name: nameOf(serial), sanction: 'moral-open', legalBasis: 'PP 42/2004' })) };
  const issued = templateNamed('RecommendationIssued')!;
  const headings = [...filled(issued, whole).keys()];
  /** What programs do to a text that they take for something else, and hands do to a cell. */
  const damages: Readonly<Record<string, (text: string) => { readonly t: 's' | 'n' | 'e'; readonly v: unknown; readonly z?: string }>> = {
    number: (text) => ({ t: 'n', v: Number.parseFloat(text.replace(/\D/g, '') || '1') }), date: () => ({ t: 'n', v: 40_000, z: 'dd/mm/yyyy' }), error: () => ({ t: 'e', v: 42 }), exponent: (text) => ({ t: 's', v: Number(text.replace(/\D/g, '') || '1').toExponential(5) }),
    rounded: (text) => ({ t: 's', v: text.replace(/\d{3}$/, '000') }), short: (text) => ({ t: 's', v: text.slice(1) }), apostrophe: (text) => ({ t: 's', v: `'${text}` }), american: (text) => ({ t: 's', v: text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1') }),
    broken: (text) => ({ t: 's', v: `${text}\ufffd` }),
  };

  const cases = headings.flatMap((heading) => Object.keys(damages).map((kind) => [heading, kind] as const));

  it('gives a row that is refused, unless what it says is what the person can see', async () => {
    const netral = await open();
    const table = tableOf(issued, cases.map((_, index) => filled(issued, { ...whole, recommendationId: `R-${index}` })));
    const at = (heading: string, row: number): string => table[row - 1]![table[0]!.indexOf(heading)]!;
    const put = Object.fromEntries(cases.map(([heading, kind], index) => [addressOf(table, heading, index + 2), damages[kind]!(at(heading, index + 2))]));
    const { rows } = await netral.sheets.check({ format: 'xlsx', bytes: workbook(table, put), template: undefined }, { agency: 'kasn' });
    expect(rows.length).toBe(cases.length);
    for (const [index, [heading, kind]] of cases.entries()) {
      const damaged = damages[kind]!(at(heading, index + 2));
      const { outcome, problems } = rows[index]!;
      // A date where a day belongs is a day; which one, the person sees.
      if (heading === 'issuedOn' && kind === 'date') continue;
      if (damaged.t === 's' && damaged.v === at(heading, index + 2)) expect([heading, kind, outcome]).toEqual([heading, kind, 'good']);
      else if (heading.endsWith('.nip') || heading === 'issuedOn' || damaged.t !== 's' || kind === 'broken') expect([heading, kind, outcome, problems[0]?.column ?? heading]).toEqual([heading, kind, 'refused', heading]);
    }
  });

  it('never makes another message of a NIP: each of its damages is told from it', async () => {
    const netral = await open();
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 999 }), fc.constantFrom('rounded', 'short', 'apostrophe', 'exponent', 'broken'), async (serial, kind) => {
      const upload = csv([new Map([...row('R-1', persons(serial)), ['persons.1.nip', String(damages[kind]!(nipOf(serial)).v)]])]);
      expect((await netral.sheets.check(upload, ppk)).rows).toMatchObject([{ outcome: 'refused', problems: [{ column: 'persons.1.nip' }] }]);
    }));
  });
});
