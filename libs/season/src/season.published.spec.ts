import { reprimandedKabupaten, reprimandedKota, reprimandedProvinces } from './plan/reprimanded-regions.plan';
import { bawasluTop, recommenderTop } from './plan/registers.plan';
import { type SeasonMessage, generateSeason } from './season';
import { PlainFigures, ranked } from './testing/plain-figures';

const isRegion = ({ employer }: { employer: string }): boolean => !employer.startsWith('pusat.');
const kindOf = (code: string): string => (code.length === 2 ? 'provinsi' : Number(code.slice(3)) < 70 ? 'kabupaten' : 'kota');
const half = (count: number, of: number): number => Math.round((100 * count) / of);

describe.each([2020, 7, 1_234_567])('the season of seed %i, counted from its messages as the press could have', (seed) => {
  let messages: SeasonMessage[];
  const asked = (asOf: string, knownOn: string): PlainFigures => new PlainFigures(messages, asOf, knownOn);
  const states = (figures: PlainFigures): Record<string, number> => {
    const counts = Object.fromEntries(ranked(figures.persons().map(({ state }) => state)));
    const [settled, inProcess, notStarted] = [counts['settled'] ?? 0, counts['in-process'] ?? 0, counts['not-started'] ?? 0];
    return { recommended: settled + inProcess + notStarted, settled, inProcess, pending: inProcess + notStarted };
  };
  beforeAll(() => {
    messages = [...generateSeason({ seed })];
  });

  it("fills the recommender's register as printed", () => {
    const reported = (asOf: string, knownOn: string): number => asked(asOf, knownOn).register('recommender').length;
    expect([
      reported('2020-06-26', '2020-06-30'),
      reported('2020-09-30', '2020-11-02'),
      reported('2020-10-27', '2020-11-02'),
      reported('2020-11-02', '2020-11-02'),
      reported('2020-11-26', '2020-12-04'),
    ]).toEqual([369, 694, 793, 793, 1005]);
  });

  it('recommends and settles as printed', () => {
    expect(states(asked('2020-06-26', '2020-06-30'))).toMatchObject({ recommended: 283, settled: 99 });
    expect(states(asked('2020-09-30', '2020-11-02'))).toMatchObject({ recommended: 492, settled: 256 });
    expect(states(asked('2020-10-27', '2020-11-02'))).toMatchObject({ recommended: 571, settled: 325 });
    expect(states(asked('2020-11-02', '2020-11-02'))).toMatchObject({ recommended: 571, settled: 325 });
    expect(states(asked('2020-11-26', '2020-12-04'))).toEqual({ recommended: 727, settled: 580, pending: 147, inProcess: 121 });
  });

  it.each(['2020-10-27', '2020-11-02'])('has 131 letters overdue on 26 October in exactly the 67 regions, as known on %s', (knownOn) => {
    const overdue = asked('2020-10-26', knownOn)
      .letters()
      .filter((letter) => letter.overdue && isRegion(letter));
    expect(Object.fromEntries(ranked(overdue.map(({ employer }) => kindOf(employer))))).toEqual({ kabupaten: 104, provinsi: 16, kota: 11 });
    expect([...new Set(overdue.map(({ employer }) => employer))].sort()).toEqual(
      [...reprimandedProvinces, ...reprimandedKabupaten, ...reprimandedKota].sort(),
    );
    expect(overdue.filter(({ employer }) => employer === '35.78')).toHaveLength(3);
    expect(overdue.toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))[0]).toMatchObject({
      employer: '35.78',
      number: 'R-1194/KASN/4/2020',
      issuedOn: '2020-04-15',
      sanction: 'discipline-medium',
    });
  });

  it('answers otherwise as known today', () => {
    const today = asked('2020-10-26', '2021-01-31')
      .letters()
      .filter((letter) => letter.overdue && isRegion(letter));
    expect(today.length).toBeLessThan(131);
    expect(states(asked('2020-06-26', '2021-01-31'))['settled']).toBeGreaterThan(99);
    expect(asked('2020-06-26', '2021-01-31').register('recommender').length).toBeGreaterThan(369);
  });

  it('knew less on the 20th', () => {
    const ids = (knownOn: string): string[] =>
      asked('2020-10-26', knownOn)
        .letters()
        .filter((letter) => letter.overdue && isRegion(letter))
        .map(({ id }) => id)
        .sort();
    expect(ids('2020-10-20')).not.toEqual(ids('2020-11-02'));
  });

  it("has June's employers in order, the tenth above all others", () => {
    const recommender = ranked(
      asked('2020-06-26', '2020-06-30')
        .register('recommender')
        .map(({ employer }) => employer),
    );
    const bawaslu = ranked(
      asked('2020-06-15', '2020-06-27')
        .register('bawaslu')
        .map(({ employer }) => employer),
    );
    for (const [list, top] of [
      [recommender, recommenderTop],
      [bawaslu, bawasluTop],
    ] as const) {
      expect(list.slice(0, 10).map(([code]) => code)).toEqual([...top]);
      expect(new Set(list.slice(0, 11).map(([, count]) => count)).size).toBe(11);
    }
  });

  it("has June's shares of positions and categories", () => {
    const register = asked('2020-06-26', '2020-06-30').register('recommender');
    const shares = (values: string[]): [string, number][] =>
      ranked(values)
        .filter(([code]) => code !== 'unknown')
        .slice(0, 5)
        .map(([code, count]) => [code, half(count, register.length)]);
    expect(shares(register.map(({ position }) => position))).toEqual([
      ['jpt', 36],
      ['fungsional', 17],
      ['administrator', 13],
      ['pelaksana', 12],
      ['kepala-wilayah', 7],
    ]);
    expect(shares(register.map(({ categories }) => categories[0] as string))).toEqual([
      ['sosmed', 27],
      ['parpol-dekati', 21],
      ['spanduk', 13],
      ['deklarasi-diri', 9],
      ['deklarasi-hadir', 4],
    ]);
  });

  it("has Bawaslu's register of June as printed", () => {
    const register = asked('2020-06-15', '2020-06-27').register('bawaslu');
    expect(register).toHaveLength(369);
    expect(half(register.filter(({ position }) => position === 'jpt').length, 369)).toBe(33);
    const violations = ranked(
      asked('2020-06-11', '2020-06-11')
        .register('bawaslu')
        .flatMap(({ categories }) => [...new Set(categories)]),
    );
    expect(violations.slice(0, 3)).toEqual([
      ['sosmed', 112],
      ['parpol-dekati', 81],
      ['spanduk', 34],
    ]);
  });

  it("has BKN's blocks as printed: 34 made, 8 lifted, 26 standing by office", () => {
    const { stock, blocked, freed } = asked('2020-11-26', '2020-12-04').blocks();
    expect([stock.length, blocked, freed]).toEqual([26, 34, 8]);
    expect(Object.fromEntries(ranked(stock))).toEqual({ pusat: 17, 'kanreg-04': 5, 'kanreg-09': 2, 'kanreg-03': 1, 'kanreg-12': 1 });
  });
});
