import * as fc from 'fast-check';
import { DomainError } from '../domain-error';
import { specify } from '../testing/specify';
import { type DrawReprimandList, type ReprimandCandidate, reprimandList } from './reprimand-list.decider';

const given = specify(reprimandList);
const candidate = (recommendationId: string, dueOn: string, employer = '74.07'): ReprimandCandidate => ({
  recommendationId, dueOn, employer, office: 'Bupati Wakatobi', letterNumber: 'R-1/KASN/10/2020', issuedOn: '2020-10-01', sanction: 'discipline-medium',
});
const drawing = {
  season: 'pilkada-2020', reprimandId: 't-1', drawnOn: '2020-10-27', cutOff: '2020-10-26', knownAt: '2020-10-26T23:59:59.999+07:00',
  rule: { id: 'ppk-14-calendar', version: 1 },
};
const draw = (...candidates: ReprimandCandidate[]): DrawReprimandList => ({ ...drawing, candidates });
const drawn = (...entries: ReprimandCandidate[]) => ({ type: 'ReprimandListDrawn', data: { ...drawing, entries } }) as const;
const late = candidate('a', '2020-04-29');
const later = candidate('b', '2020-10-15');
const dueThatDay = candidate('c', '2020-10-26');

describe('a reprimand list', () => {
  it('names what is overdue, longest overdue first', () => given().when(draw(later, late)).then(drawn(late, later)));
  it('leaves out what is due on the day of the cut-off', () => given().when(draw(late, dueThatDay)).then(drawn(late)));
  it('leaves out ministries: only regional heads are reprimanded here', () =>
    given().when(draw(late, candidate('m', '2020-05-01', 'pusat.kemendikbud'))).then(drawn(late)));
  it('is drawn once', () => given(drawn(late)).when(draw(late)).thenRefused('reprimand-list-exists'));
  it('is not drawn when nothing is overdue', () => given().when(draw(dueThatDay)).thenRefused('nothing-overdue'));
  it('is not drawn before its cut-off', () => given().when({ ...draw(late), drawnOn: '2020-10-25' }).thenRefused('wrong-order'));
  it('does not name a recommendation twice', () => given().when(draw(late, late)).thenRefused('repeated-recommendation'));
  it('holds no more entries than one event may', () =>
    given().when(draw(...Array.from({ length: 5_001 }, (_, index) => candidate(`r${index}`, '2020-05-01')))).thenRefused('too-many-entries'));

  it('is the same in whatever order the candidates come', () =>
    fc.assert(fc.property(fc.shuffledSubarray([late, later, dueThatDay, candidate('z', '2020-04-29')], { minLength: 4 }), (candidates) =>
      given().when(draw(...candidates)).then(drawn(late, candidate('z', '2020-04-29'), later)))));
});

describe('a refusal', () => {
  it('says what was found and what was expected', () =>
    expect(() => reprimandList.decide({ ...draw(late), drawnOn: '2020-10-25' }, 'not-drawn'))
      .toThrow(new DomainError('wrong-order', 'cutOff: found 2020-10-26, expected no day after 2020-10-25')));
});
