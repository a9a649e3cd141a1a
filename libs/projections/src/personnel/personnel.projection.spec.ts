import { dayOf, isoOf } from '@netral/domain';
import { NEVER } from '../projection';
import { blocked, corrected, lifted, retracted, warned } from '../testing/facts';
import { specifyProjection } from '../testing/specify-projection';
import { personnel } from './personnel.projection';

const given = specifyProjection(personnel);
const date = (day: unknown) => (day === NEVER ? '–' : isoOf(day as number));
const spans = (...said: Parameters<typeof given>) =>
  given(...said).rows('blockSpans').map(({ scope, blockedOn, untilOn, office }) => [scope, date(blockedOn), date(untilOn), office].join(' '));
const flows = (...said: Parameters<typeof given>) =>
  given(...said).rows('blockFlows').map(({ direction, scope, day, office }) => [direction === 1 ? '+' : '-', scope, date(day), office].join(' '));
const anomalies = (...said: Parameters<typeof given>) =>
  given(...said).anomalies().filter(({ kind }) => kind !== 'block-without-ground').map(({ kind, day }) => `${kind} ${date(day)}`);

describe('a personnel record', () => {
  it('is blocked from the act that blocks it to the one that leaves nothing blocked', () => {
    expect(spans(blocked(), lifted())).toEqual(['both 2020-11-01 2020-11-10 kanreg-4']);
    expect(flows(blocked(), lifted())).toEqual(['+ both 2020-11-01 kanreg-4', '- both 2020-11-10 kanreg-4']);
    expect(spans(blocked())).toEqual(['both 2020-11-01 – kanreg-4']);
  });
  it('stands under what is blocked, and under the office that began the period', () => {
    const said = [
      blocked({ scope: 'data' }), blocked({ scope: 'services', blockedOn: '2020-11-03', office: 'kanreg-9' }),
      lifted({ scope: 'data', liftedOn: '2020-11-05' }), lifted({ scope: 'both', liftedOn: '2020-11-08', office: 'kanreg-2' }),
    ];
    expect(spans(...said)).toEqual(['data 2020-11-01 2020-11-03 kanreg-4', 'both 2020-11-03 2020-11-05 kanreg-4', 'services 2020-11-05 2020-11-08 kanreg-4']);
    expect(flows(...said)).toEqual(['+ data 2020-11-01 kanreg-4', '- services 2020-11-08 kanreg-4']);
  });
  it('is walked by own day, whatever came first, and by log order within a day', () => {
    expect(spans(lifted(), blocked())).toEqual(['both 2020-11-01 2020-11-10 kanreg-4']);
    expect(flows(blocked(), lifted({ liftedOn: '2020-11-01' }))).toEqual(['+ both 2020-11-01 kanreg-4', '- both 2020-11-01 kanreg-4']);
    expect(spans(lifted({ liftedOn: '2020-11-01' }), blocked())).toEqual(['both 2020-11-01 – kanreg-4']);
  });
  it('has its seasons apart', () =>
    expect(spans(blocked({ season: 'pilkada-2024', office: 'kanreg-1' }), blocked(), lifted())).toEqual(['both 2020-11-01 – kanreg-1', 'both 2020-11-01 2020-11-10 kanreg-4']));
  it('shows blocks that add nothing and lifts that free nothing', () =>
    expect(anomalies(blocked(), blocked({ scope: 'data', blockedOn: '2020-11-02' }), lifted(), lifted({ liftedOn: '2020-11-12' }))).toEqual([
      'block-of-blocked 2020-11-02', 'unblock-without-block 2020-11-12',
    ]));
  it('shows the same act stated again as restated, counted for nothing else', () =>
    expect(anomalies(blocked(), blocked({ office: 'kanreg-9' }), blocked({ document: 'BA-7' }))).toEqual(['restated 2020-11-01', 'block-of-blocked 2020-11-01']));
  it('keeps for each block the letter it rests on: it lacks ground while that is not in effect', () =>
    expect(given(blocked(), blocked({ scope: 'data', blockedOn: '2020-11-02', recommendationId: undefined })).anomalies()).toMatchObject([
      { kind: 'block-without-ground', letter: 'R-1', day: dayOf('2020-11-01') }, { kind: 'block-without-ground', letter: '' }, { kind: 'block-of-blocked' },
    ]));
  it('follows corrections and retractions', () => {
    expect(spans(blocked({}, { messageId: 'b' }), corrected('b', blocked({ blockedOn: '2020-10-30' }), { matter: 'a' }))).toEqual(['both 2020-10-30 – kanreg-4']);
    expect(spans(blocked({}, { messageId: 'b' }), retracted('b', 'PersonnelDataBlocked', { matter: 'a' }))).toEqual([]);
  });
  it('is not blocked by a warning', () => expect(spans(warned())).toEqual([]));
});
