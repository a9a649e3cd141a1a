import { readPlace, searchOf } from './place';
import { beginning, presets } from './presets';

describe('a link', () => {
  it('is written and read to the same place', () => {
    const search = '?view=letter&lang=en&season=pilkada-2020&asOf=2020-10-26&knownAt=now&letter=R-567.KASN.2.2020&unit=recommendations';
    const { place, problems } = readPlace(search);
    expect(problems).toEqual([]);
    expect(readPlace(searchOf(place)).place).toEqual(place);
  });
  it('says the overview without naming it', () => expect(searchOf(readPlace('?view=overview&asOf=2020-10-26').place)).toBe('?lang=id&asOf=2020-10-26'));
  it.each([
    ['?asOf=2020-02-30', 'asOf', 'day'], ['?knownAt=soon', 'knownAt', 'known'], ['?view=secrets', 'view', 'view'], ['?lang=fr', 'lang', 'language'],
    ['?region=../etc', 'region', 'code'], ['?asOf=2020-10-26&asOf=2020-10-27', 'asOf', 'once'], ['?unit=cows', 'unit', 'choice'], ['?asOf=', 'asOf', 'day'],
  ])('names what is wrong in it: %s', (search, parameter, expected) => {
    const { place, problems } = readPlace(search);
    expect(problems).toEqual([expect.objectContaining({ parameter, expected })]);
    expect(place).toEqual(readPlace('').place);
  });
  it('may carry what the page does not know', () => expect(readPlace('?utm_source=x&asOf=2020-10-26').problems).toEqual([]));
});

describe('where a visitor begins', () => {
  const season = { season: 'pilkada-2020', from: '2020-01-01', until: '2020-12-31' };
  it('is today and now while the season runs', () => expect(beginning(season, '2020-07-01')).toEqual({ asOf: '2020-07-01', knownAt: 'now' }));
  it('is the document that counted what was overdue, after it', () => expect(beginning(season, '2026-01-01')).toEqual({ asOf: '2020-10-26', knownAt: '2020-11-02' }));
  it('is the last day of a season that no document speaks of', () => expect(beginning({ ...season, season: 'pilkada-2024' }, '2026-01-01')).toEqual({ asOf: '2020-12-31', knownAt: 'now' }));
  it('may be any document, each known no earlier than its day', () => {
    for (const { asOf, knownAt } of presets['pilkada-2020']!) expect(knownAt >= asOf).toBe(true);
  });
});
