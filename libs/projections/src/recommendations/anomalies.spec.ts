import { dayOf } from '@netral/domain';
import { NEVER } from '../projection';
import { corrected, delivered, issued, retracted, sanctioned, separated, started, withdrawn } from '../testing/facts';
import { specifyProjection } from '../testing/specify-projection';
import { recommendations } from './recommendations.projection';

const given = specifyProjection(recommendations);
const anomalies = (...said: Parameters<typeof given>) => given(...said).anomalies();
const kinds = (...said: Parameters<typeof given>) => anomalies(...said).map(({ kind }) => kind);
const [first, second] = [dayOf('2020-10-01'), dayOf('2020-10-05')];

describe('a sanction without a recommendation', () => {
  it('is in sight from its day on while the letter is not known', () =>
    expect(anomalies(sanctioned('2020-10-01', ['a', 'b']))).toEqual([
      { season: 'pilkada-2020', kind: 'sanction-without-recommendation', agency: 'test', employer: '74.07', letter: '', day: first, untilOn: NEVER, eventOrdinal: 0 },
    ]));
  it('goes out of sight on the letter’s date', () =>
    expect(anomalies(sanctioned('2020-10-01', ['a']), issued('2020-10-05'))).toMatchObject([{ kind: 'sanction-without-recommendation', day: first, untilOn: second }]));
  it('is none on or after the letter’s date', () => expect(kinds(sanctioned('2020-10-05', ['a']), issued('2020-10-05'))).toEqual([]));
  it('is one a statement that names nobody, each by itself while the letter is not known', () => {
    expect(kinds(sanctioned('2020-10-01'), sanctioned('2020-10-01'))).toEqual(['sanction-without-recommendation', 'sanction-without-recommendation']);
    expect(kinds(sanctioned('2020-10-01'), sanctioned('2020-10-01'), issued('2020-10-05'))).toEqual(['sanction-without-recommendation', 'restated']);
  });
  it('is not counted for a statement that says nothing new', () =>
    expect(kinds(sanctioned('2020-10-01', ['a']), sanctioned('2020-10-02', ['a']))).toEqual(['sanction-without-recommendation', 'restated']));
});

describe('a sanction against its letter', () => {
  it('on a person whom the letter does not name is one a person, from the later day on', () => {
    expect(anomalies(issued('2020-10-05'), sanctioned('2020-10-09', ['a', 'b', 'c']))).toMatchObject([
      { kind: 'sanction-on-unnamed-person', day: dayOf('2020-10-09'), untilOn: NEVER }, { kind: 'sanction-on-unnamed-person' },
    ]);
    expect(anomalies(sanctioned('2020-10-01', ['b']), issued('2020-10-05'))).toMatchObject([{}, { kind: 'sanction-on-unnamed-person', day: second }]);
  });
  it('of another kind than recommended is one a person, also when it settles later than another', () =>
    expect(anomalies(
      issued('2020-10-05', { a: 'moral-open', b: 'discipline-light' }), sanctioned('2020-10-06', undefined, { decreeNumber: 'SK-1' }), sanctioned('2020-10-09', ['a'], { decreeNumber: 'SK-2', sanction: 'discipline-heavy' }),
    )).toMatchObject([{ kind: 'sanction-differs', day: dayOf('2020-10-06'), eventOrdinal: 1 }, { kind: 'sanction-differs', day: dayOf('2020-10-09'), eventOrdinal: 2 }]));
});

describe('a restated', () => {
  it('letter counts for nothing and is in sight from the later own day', () => {
    const said = [issued('2020-10-05'), issued('2020-10-01', { b: 'discipline-light' })];
    expect(anomalies(...said)).toMatchObject([{ kind: 'restated', day: second, eventOrdinal: 1 }]);
    expect(given(...said).rows('letterPersons')).toMatchObject([{ sanction: 'moral-open' }]);
  });
  it('sanction is one a person and decree number; the first in the log counts', () => {
    const said = [issued('2020-10-01', { a: 'moral-open', b: 'moral-open' }), sanctioned('2020-10-09', ['a']), sanctioned('2020-10-05')];
    expect(anomalies(...said)).toMatchObject([{ kind: 'restated', day: dayOf('2020-10-09'), eventOrdinal: 2 }]);
    expect(given(...said).rows('letterPersons')).toMatchObject([{ settledOn: dayOf('2020-10-09') }, { settledOn: second }]);
  });
  it('is none for deliveries, follow-ups, disputes and separations', () =>
    expect(kinds(issued('2020-10-01'), delivered('2020-10-02'), delivered('2020-10-02'), started('2020-10-03'), started('2020-10-03'), separated('2020-10-04', ['a']), separated('2020-10-04', ['a']))).toEqual([]));
  it('is gone when either is retracted', () =>
    expect(kinds(issued('2020-10-01', undefined, {}, { messageId: 'i1' }), issued('2020-10-02'), retracted('i1', 'RecommendationIssued'))).toEqual([]));
});

describe('a follow-up after closing', () => {
  const letter = issued('2020-10-01', { a: 'moral-open', b: 'moral-open' });
  it('is one on a day after the last person was settled or withdrawn', () =>
    expect(anomalies(letter, sanctioned('2020-10-05', ['a']), withdrawn('2020-10-07', ['b']), started('2020-10-08'))).toMatchObject([{ kind: 'follow-up-after-closing', day: dayOf('2020-10-08') }]));
  it('is none on that day, nor while one person is left', () => {
    expect(kinds(letter, sanctioned('2020-10-05', ['a']), withdrawn('2020-10-07', ['b']), started('2020-10-07'))).toEqual([]);
    expect(kinds(letter, sanctioned('2020-10-05', ['a']), started('2020-10-20'))).toEqual([]);
  });
});

describe('a delivery before the letter’s date', () => {
  it('is an anomaly from the letter’s date on, once the letter is known', () => {
    expect(anomalies(delivered('2020-10-01'), issued('2020-10-05'))).toMatchObject([{ kind: 'delivered-before-issued', day: second, untilOn: NEVER, eventOrdinal: 0 }]);
    expect(kinds(delivered('2020-10-01'))).toEqual([]);
  });
});

describe('an event dated in the future', () => {
  const early = issued('2020-10-05', undefined, {}, { recordedOn: '2020-10-01', messageId: 'i1' });
  it('is in sight from its day of recording, and none when recorded on its own day', () => {
    expect(anomalies(early)).toMatchObject([{ kind: 'event-dated-in-the-future', day: first, untilOn: NEVER }]);
    expect(kinds(issued('2020-10-05', undefined, {}, { recordedOn: '2020-10-05' }))).toEqual([]);
  });
  it('is decided on what was first sent, so no correction or retraction takes it away', () => {
    expect(kinds(early, corrected('i1', issued('2020-09-01')))).toEqual(['event-dated-in-the-future']);
    expect(kinds(early, retracted('i1', 'RecommendationIssued'))).toEqual(['event-dated-in-the-future']);
  });
  it('may be a correction itself', () =>
    expect(anomalies(issued('2020-09-01', undefined, {}, { messageId: 'i1' }), corrected('i1', issued('2020-09-02'), { recordedOn: '2020-11-01' }))).toMatchObject([
      { kind: 'event-dated-in-the-future', day: dayOf('2020-11-01'), eventOrdinal: 1, employer: '74.07' },
    ]));
});
