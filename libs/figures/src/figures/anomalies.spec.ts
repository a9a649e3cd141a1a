import { NEVER } from '@netral/projections';
import { anomalyCases } from '../lists/anomalies';
import { ask, cellsOf, d, modelsOf, questionOf } from '../testing/models.builder';

const anomaly = { agency: 'bkn', kind: 'block-of-blocked', day: d('2020-10-01'), untilOn: NEVER };
const count = { agency: 'bkn', unit: 'persons', submittedOn: d('2020-10-20'), periodFrom: d('2020-09-01'), periodUntil: d('2020-09-30') };
const letter = { employer: '74.07', sanction: 'moral-open' };
const models = modelsOf({
  anomalies: [
    { ...anomaly, doc: 0, slot: 0, eventOrdinal: 9 },
    { ...anomaly, doc: 0, slot: 1, eventOrdinal: 4, kind: 'sanction-without-recommendation', agency: 'ppk', untilOn: d('2020-10-26') },
    { ...anomaly, doc: 1, slot: 0, eventOrdinal: 5, kind: 'block-without-ground', letter: 'recommendations-0' },
    { ...anomaly, doc: 2, slot: 0, eventOrdinal: 6, kind: 'block-without-ground', letter: 'recommendations-77' },
    { ...anomaly, doc: 3, slot: 0, eventOrdinal: 7, kind: 'conflicting-redelivery', season: '', day: d('2020-10-26') },
    { ...anomaly, doc: 4, slot: 0, eventOrdinal: 8, season: 'pilkada-2015' },
  ],
  letterPersons: [
    { ...letter, doc: 0, slot: 0, issuedOn: d('2020-10-20') },
    { ...letter, doc: 1, slot: 0, issuedOn: d('2020-09-01'), settledOn: d('2020-09-20') },
    { ...letter, doc: 2, slot: 0, issuedOn: d('2020-08-01'), settledOn: d('2020-10-02') },
    { ...letter, doc: 3, slot: 0, issuedOn: d('2020-08-01'), settledOn: d('2020-09-02'), withdrawnOn: d('2020-10-02') },
  ],
  submittedCounts: [
    { ...count, doc: 0, slot: 0, eventOrdinal: 20, figure: 'settled', value: 2 }, // two settled in September
    { ...count, doc: 0, slot: 1, eventOrdinal: 20, figure: 'pending', value: 2 }, // one pending on the 30th
    { ...count, doc: 0, slot: 2, eventOrdinal: 20, figure: 'recommended', value: 1 }, // one letter dated in September
    { ...count, doc: 0, slot: 3, eventOrdinal: 20, figure: 'recommended', unit: 'personnel-records', value: 5 }, // not ours to compare
    { ...count, doc: 1, slot: 0, eventOrdinal: 21, figure: 'pending', value: 9, submittedOn: d('2020-10-27') },
  ],
});

describe('anomalies', () => {
  it('are counted while they are in sight, by kind and agency', () => {
    const answer = ask(models, { figure: 'anomalies', unit: 'count', by: ['kind', 'agency'] });
    expect(cellsOf(answer)).toEqual({ 'block-of-blocked bkn': 1, 'block-without-ground bkn': 1, 'conflicting-redelivery bkn': 1, 'counts-contradict bkn': 1 });
    expect(answer.total).toBe(4);
    expect(cellsOf(ask(models, { figure: 'anomalies', unit: 'count', by: ['kind'], asOf: d('2020-10-19') }))).toEqual({
      'block-of-blocked': 1, 'block-without-ground': 2, 'sanction-without-recommendation': 1,
    });
  });

  it('compare a submitted count with our own figure of its period', () => {
    const contradicted = (asOf: string) => anomalyCases(questionOf({ figure: 'anomalies', asOf: d(asOf) }), models).filter(({ kind }) => kind === 'counts-contradict');
    expect(contradicted('2020-10-19')).toEqual([]);
    expect(contradicted('2020-10-26')).toEqual([{ kind: 'counts-contradict', agency: 'bkn', employer: '', letter: '', doc: 0, eventOrdinal: 20, day: d('2020-10-20') }]);
    expect(contradicted('2020-10-27').map(({ eventOrdinal }) => eventOrdinal)).toEqual([20, 21]);
  });

  it('are listed by event, as many as the figure counts', () => {
    const cases = anomalyCases(questionOf({ figure: 'anomalies' }), models);
    expect(cases.map(({ eventOrdinal }) => eventOrdinal)).toEqual([6, 7, 9, 20]);
    expect(cases[0]).toMatchObject({ kind: 'block-without-ground', letter: 'recommendations-77', doc: 2 });
  });
});
