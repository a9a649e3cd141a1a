import { dayOf } from '@netral/domain';
import { intake } from './intake';
import { oversight, oversightView } from './oversight';
import { NEVER } from './projection';
import { fingerprintOf, projections } from './projections';
import { reprimandView, reprimands } from './reprimands';
import { RULES_DOCUMENT, rules } from './rules';
import { corrected, reprimandIssued, retracted, seasonOpened, setAside, submitted, toThePresident } from './testing/facts';
import { positionOf, specifyProjection } from './testing/specify-projection';

const now = { ordinal: 1000, asOf: dayOf('2021-01-01') };

describe('oversight', () => {
  const given = specifyProjection(oversight);
  it('holds a row a count, under the agency that submitted it', () =>
    expect(given(submitted()).rows('submittedCounts')).toEqual([{
      season: 'pilkada-2020', agency: 'test', figure: 'blocked', unit: 'personnel-records', value: 26, submittedOn: dayOf('2020-11-26'),
      periodFrom: dayOf('2020-01-01'), periodUntil: dayOf('2020-11-26'), eventOrdinal: 0,
    }]));
  it('follows corrections and retractions', () => {
    const counts = [{ figure: 'blocked' as const, unit: 'personnel-records' as const, value: 27 }];
    expect(given(submitted({}, { messageId: 'o' }), corrected('o', submitted({ counts }), { matter: 'O-1' })).rows('submittedCounts')).toMatchObject([{ value: 27 }]);
    expect(given(submitted({}, { messageId: 'o' }), retracted('o', 'ViolationDataSubmitted', { matter: 'O-1' })).rows('submittedCounts')).toEqual([]);
  });
  it('keeps recommendations to the President to be shown', () =>
    expect(oversightView(given(toThePresident()).document('O-2'), now)).toMatchObject({ acts: [{ type: 'PresidentialRecommendationMade', on: '2020-12-01', addressee: 'Presiden' }] }));
});

describe('intake', () => {
  const given = specifyProjection(intake);
  it('shows a conflicting redelivery of its sender for good', () =>
    expect(given(setAside()).anomalies()).toEqual([{
      season: 'pilkada-2020', kind: 'conflicting-redelivery', agency: 'ppk', employer: '', letter: '', day: dayOf('2020-10-10'), untilOn: NEVER, eventOrdinal: 0,
    }]));
  it('shows no message that was set aside for another reason', () => expect(given(setAside({ reasonCode: 'wrong-date' })).anomalies()).toEqual([]));
});

describe('rules', () => {
  it('keep the joint decision’s events whole in one document, in log order, each once', () => {
    const folded = specifyProjection(rules)(seasonOpened(), seasonOpened({ season: 'pilkada-2024' }));
    expect(folded.document(RULES_DOCUMENT).events.map(({ position, data }) => [position, data])).toMatchObject([[positionOf(0), { season: 'pilkada-2020' }], [positionOf(1), { season: 'pilkada-2024' }]]);
  });
});

describe('reprimands', () => {
  it('show the acts of a round, and one dated in the future as an anomaly', () => {
    const folded = specifyProjection(reprimands)(reprimandIssued({}, { recordedOn: '2020-10-20' }));
    expect(reprimandView(folded.document('T-1'), now)).toMatchObject({ acts: [{ type: 'ReprimandIssued', on: '2020-10-27', answerDays: 3 }] });
    expect(folded.anomalies()).toMatchObject([{ kind: 'event-dated-in-the-future', day: dayOf('2020-10-20') }]);
  });
});

describe('the projections together', () => {
  it('have each a name of its own, and the store is told from another by names and versions', () => {
    expect(new Set(projections.map(({ name }) => name)).size).toBe(projections.length);
    expect(fingerprintOf(projections)).not.toBe(fingerprintOf(projections.map((each) => ({ ...each, version: each.version + 1 }))));
  });
});
