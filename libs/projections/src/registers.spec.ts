import { dayOf } from '@netral/domain';
import { bawasluRegister } from './bawaslu-register';
import { NEVER } from './projection';
import { recommenderRegister } from './recommender-register';
import { corrected, dismissed, examined, forwarded, notProven, registered, reported, retracted, returned } from './testing/facts';
import { specifyProjection } from './testing/specify-projection';

const two = [{ subject: 'a', employer: '74.07', positionGroup: 'jpt' as const }, { subject: 'b', employer: '52', positionGroup: 'pelaksana' as const }];
const categories = [{ code: 'SOSMED', label: 'a' }, { code: 'SPANDUK', label: 'b' }, { code: 'SOSMED', label: 'c' }];

describe("Bawaslu's register", () => {
  const given = specifyProjection(bawasluRegister);
  const rows = (...said: Parameters<typeof given>) => given(...said).rows('reportPersons');

  it('holds a row a person, with each category once in the order sent', () =>
    expect(rows(reported({ persons: two, categories }))).toEqual([
      {
        season: 'pilkada-2020', employer: '74.07', positionGroup: 'jpt', categories: 'SOSMED|SPANDUK', kind: 'finding', stage: 'before-candidates',
        electionRegion: '74', reportedOn: dayOf('2020-06-01'), dismissedOn: NEVER, dismissReason: '', forwardedOn: NEVER,
      },
      expect.objectContaining({ employer: '52', positionGroup: 'pelaksana' }),
    ]));
  it('counts a person stated twice once, with the traits of the first mention', () =>
    expect(rows(reported({ persons: [two[0]!, { ...two[1]!, subject: 'a' }] }))).toMatchObject([{ employer: '74.07' }]));
  it('keeps what came before the report until it comes', () => {
    expect(rows(dismissed(), forwarded())).toEqual([]);
    expect(rows(dismissed(), forwarded(), reported())).toMatchObject([{ dismissedOn: dayOf('2020-06-10'), forwardedOn: dayOf('2020-06-12') }]);
  });
  it('takes the earliest dismissal and, of several reasons that day, the alphabetically first', () =>
    expect(rows(reported(), dismissed({ dismissedOn: '2020-06-08', reason: 'not-a-violation' }), dismissed({ dismissedOn: '2020-06-09', reason: 'duplicate' }), dismissed({ dismissedOn: '2020-06-08', reason: 'expired' })))
      .toMatchObject([{ dismissedOn: dayOf('2020-06-08'), dismissReason: 'expired' }]));
  it('lets the first of two statements count and shows the second as restated', () => {
    const said = [reported(), reported({ reportedOn: '2020-05-01', kind: 'report' })];
    expect(rows(...said)).toMatchObject([{ kind: 'finding' }]);
    expect(given(...said).anomalies()).toMatchObject([{ kind: 'restated', day: dayOf('2020-06-01'), eventOrdinal: 1, employer: '' }]);
  });
  it('follows corrections and retractions', () => {
    expect(rows(reported({}, { messageId: 'v' }), corrected('v', reported({ kind: 'report' }), { matter: 'L-1' }))).toMatchObject([{ kind: 'report' }]);
    expect(rows(reported({}, { messageId: 'v' }), retracted('v', 'ViolationReported', { matter: 'L-1' }))).toEqual([]);
  });
});

describe("the recommender's register", () => {
  const given = specifyProjection(recommenderRegister);
  const rows = (...said: Parameters<typeof given>) => given(...said).rows('complaintPersons');

  it('holds a row a person; an act that names persons is of those', () =>
    expect(rows(registered({ persons: two }), returned('2020-06-20', ['b']), examined('2020-06-18'), notProven('2020-07-01', ['a']), returned('2020-06-21', ['c']))).toEqual([
      {
        season: 'pilkada-2020', employer: '74.07', positionGroup: 'jpt', categories: 'SOSMED', origin: 'bawaslu', reportedOn: dayOf('2020-06-15'),
        returnedOn: NEVER, returnReason: '', examinedOn: dayOf('2020-06-18'), notProvenOn: dayOf('2020-07-01'), notProvenReason: 'not-proven',
      },
      expect.objectContaining({ returnedOn: dayOf('2020-06-20'), returnReason: 'no-study', notProvenOn: NEVER }),
    ]));
  it('takes the alphabetically first of several reasons of the earliest day', () =>
    expect(rows(registered(), returned('2020-06-20', undefined, { reason: 'outside-authority' }), returned('2020-06-20', undefined, { reason: 'incomplete' }), returned('2020-06-25', undefined, { reason: 'a' })))
      .toMatchObject([{ returnReason: 'incomplete' }]));
  it('shows a second registration as restated', () =>
    expect(given(registered(), registered({ registeredOn: '2020-07-01' })).anomalies()).toMatchObject([{ kind: 'restated', day: dayOf('2020-07-01') }]));
});
