import type { Ask } from './ask';
import { judge, signatories } from './judge';
import { type PublishedFigure, publishedFigures, reprimandedRegions } from './published';
import { expectedVerdict, questionOf } from './published-questions';

const find = (fits: (figure: PublishedFigure) => boolean): PublishedFigure => publishedFigures.find(fits) as PublishedFigure;
const answering =
  (body: object): Ask =>
  () =>
    Promise.resolve({ status: 200, body });
const verdict = async (published: PublishedFigure, body: object): Promise<string> => (await judge(published, answering(body))).verdict;

describe('the published figures', () => {
  it('are seventy, of five documents', () => {
    expect(publishedFigures).toHaveLength(70);
    expect(new Set(publishedFigures.map(({ source }) => source)).size).toBe(5);
  });

  it('each have a question, and only those named so are contradicted or outside', () => {
    const verdicts = publishedFigures.map((each) => [expectedVerdict(each), each.metric, each.value] as const);
    expect(verdicts.filter(([each]) => each === 'reproduced')).toHaveLength(64);
    expect(verdicts.filter(([each]) => each !== 'reproduced')).toEqual([
      ['contradicted by another published figure', 'skb.signatories', 4],
      ['contradicted by another published figure', 'skb.signatories', 3],
      ['contradicted by another published figure', 'followUpRate', 34.9],
      ['held as a rule or role', 'bkn.roles', 4],
      ['held as a rule or role', 'skb.signatories', 5],
      ['outside Netral', 'kasn.measures', 4],
    ]);
  });

  it('are asked on their own day, as known on the day of print', () => {
    const question = questionOf(find(({ metric, asOf }) => metric === 'recommended' && asOf === '2020-06-26'));
    expect(question).toMatchObject({ figure: 'recommended', parameters: { asOf: '2020-06-26', knownAt: '2020-06-30', unit: 'persons' } });
    for (const published of publishedFigures) {
      const asked = questionOf(published);
      if (asked.kind === 'figure') expect(asked.parameters['knownAt']).toBe(published.publishedOn);
    }
  });

  it('list 67 regions: 10 provinces, 48 kabupaten, 9 kota', () => {
    const count = (type: string): number => reprimandedRegions.filter(({ regionType }) => regionType === type).length;
    expect([reprimandedRegions.length, count('provinsi'), count('kabupaten'), count('kota')]).toEqual([67, 10, 48, 9]);
  });
});

describe('a verdict', () => {
  it('needs the number itself', async () => {
    const published = find(({ metric }) => metric === 'inProcess');
    expect(await verdict(published, { total: 121, cells: [] })).toBe('reproduced');
    expect(await verdict(published, { total: 120, cells: [] })).toBe('not reproduced');
  });

  it('compares a share at the precision of print, half up, by its two numbers', async () => {
    const published = find(({ metric, dimensions }) => metric === 'share.position' && dimensions['agency'] === 'Bawaslu');
    const share = (numerator: number): object => ({
      total: { value: 100, numerator: 369, denominator: 369 },
      cells: [{ key: { positionGroup: 'jpt' }, value: 33, numerator, denominator: 369 }],
    });
    expect(await verdict(published, share(120))).toBe('reproduced');
    expect(await verdict(published, share(119))).toBe('not reproduced');
    expect(await verdict(published, share(124))).toBe('not reproduced');
    expect(await verdict(published, { total: { value: 100, numerator: 369, denominator: 369 }, cells: [] })).toBe('not reproduced');
  });

  it('needs the place in the list, told apart by counts', async () => {
    const published = find(
      ({ metric, dimensions }) => metric === 'topList.rank' && dimensions['employer'] === 'Sukoharjo' && dimensions['agency'] === 'KASN',
    );
    const list = (...cells: [string, number][]): object => ({
      total: 9,
      cells: cells.map(([employer, value]) => ({ key: { employer }, value })),
    });
    expect(await verdict(published, list(['33.11', 5], ['33.03', 4]))).toBe('reproduced');
    expect(await verdict(published, list(['33.03', 5], ['33.11', 4]))).toBe('not reproduced');
    expect(await verdict(published, list(['33.11', 4], ['33.03', 4]))).toBe('not reproduced');
  });

  it('calls 34.9 contradicted only while the two numbers beside it say 35.0', async () => {
    const published = find(({ metric }) => metric === 'followUpRate');
    const rate = (value: number, numerator: number): object => ({ total: { value, numerator, denominator: 283 }, cells: [] });
    expect(await verdict(published, rate(35, 99))).toBe('contradicted by another published figure');
    expect(await verdict(published, rate(34.6, 98))).toBe('not reproduced');
  });

  it('counts the agencies that made the joint decision by their own decisions', async () => {
    const grant = (basis: string) => ({ type: 'AuthorityGranted', agency: 'operator', data: { validFrom: '2020-09-10', basis } });
    const five = grant('SKB: A 05/2020, B 800-2836/2020, C 167/KEP/2020, D 6/SKB/2020, E 0314');
    expect(signatories([five])).toEqual(['A', 'B', 'C', 'D', 'E']);
    const published = find(({ metric, value }) => metric === 'skb.signatories' && value === 5);
    expect(await verdict(published, { items: [five], next: null })).toBe('held as a rule or role');
    expect(await verdict(published, { items: [grant('SKB: A 1, B 2')], next: null })).toBe('not reproduced');
  });

  it('of BKN is held only when its events are granted and recorded', async () => {
    const published = find(({ metric }) => metric === 'bkn.roles');
    const granted = { type: 'AuthorityGranted', agency: 'bkn', data: { agency: 'bkn', role: 'bkn', validFrom: '2020-01-01' } };
    expect(await verdict(published, { items: [granted], next: null })).toBe('held as a rule or role');
    expect(await verdict(published, { items: [], next: null })).toBe('not reproduced');
  });

  it('is not given when Netral does not answer', async () =>
    expect(
      judge(
        find(({ metric }) => metric === 'inProcess'),
        () => Promise.resolve({ status: 503, body: {} }),
      ),
    ).rejects.toThrow(/503/));
});
