import { dayOf } from '@netral/domain';
import { NEVER } from '../projection';
import { corrected, delivered, disputed, issued, retracted, sanctioned, separated, started, withdrawn } from '../testing/facts';
import { specifyProjection } from '../testing/specify-projection';
import { recommendations } from './recommendations.projection';

const given = specifyProjection(recommendations);
const persons = (...said: Parameters<typeof given>) => given(...said).rows('letterPersons');
const one = (...said: Parameters<typeof given>) => persons(...said)[0]!;

describe('the facts of a letter', () => {
  it('are one row a person, with the days of acts and none for what did not happen', () =>
    expect(persons(issued('2020-10-01', { a: 'moral-open', b: 'discipline-light' }))).toEqual([
      {
        season: 'pilkada-2020', employer: '74.07', sanction: 'moral-open', sanctionImposed: '', issuedOn: dayOf('2020-10-01'),
        deliveredOn: NEVER, startedOn: NEVER, settledOn: NEVER, withdrawnOn: NEVER, disputedOn: NEVER,
      },
      expect.objectContaining({ sanction: 'discipline-light' }),
    ]));

  it('wait for the letter: what is said before it counts from then on', () => {
    expect(persons(sanctioned('2020-10-05', ['a']), started('2020-10-02'))).toEqual([]);
    expect(one(sanctioned('2020-10-05', ['a']), started('2020-10-02'), issued('2020-10-01'))).toMatchObject({
      settledOn: dayOf('2020-10-05'), startedOn: dayOf('2020-10-02'), sanctionImposed: 'moral-open',
    });
  });

  it('name each person once, by the first mention', () => {
    const twice = [{ subject: 'a', sanction: 'moral-open', legalBasis: 'x' }, { subject: 'a', sanction: 'discipline-heavy', legalBasis: 'x' }];
    expect(persons(issued('2020-10-01', {}, { persons: twice })).map(({ sanction }) => sanction)).toEqual(['moral-open']);
  });

  it('take the earliest day, whatever came first', () =>
    expect(one(issued('2020-10-01'), started('2020-10-09'), started('2020-10-03', ['a']), delivered('2020-10-08'), delivered('2020-10-06'), disputed('2020-10-07'), disputed('2020-10-05')))
      .toMatchObject({ startedOn: dayOf('2020-10-03'), deliveredOn: dayOf('2020-10-06'), disputedOn: dayOf('2020-10-05') }));

  it('read an act that names nobody as of all persons, one that names some as of those', () =>
    expect(persons(issued('2020-10-01', { a: 'moral-open', b: 'moral-open' }), started('2020-10-03', ['b']), withdrawn('2020-10-04')))
      .toMatchObject([{ startedOn: NEVER, withdrawnOn: dayOf('2020-10-04') }, { startedOn: dayOf('2020-10-03'), withdrawnOn: dayOf('2020-10-04') }]));

  it('settle by the earliest sanction or separation', () =>
    expect(one(issued('2020-10-01'), sanctioned('2020-10-08', ['a']), separated('2020-10-05', ['a']))).toMatchObject({ settledOn: dayOf('2020-10-05'), sanctionImposed: 'separated' }));

  it('show the heaviest of several sanctions of the earliest day, a separation being the lightest', () =>
    expect(one(
      issued('2020-10-01'), separated('2020-10-05', ['a']), sanctioned('2020-10-05', ['a'], { decreeNumber: 'SK-1', sanction: 'moral-closed' }),
      sanctioned('2020-10-05', undefined, { decreeNumber: 'SK-2', sanction: 'discipline-medium' }), sanctioned('2020-10-06', ['a'], { decreeNumber: 'SK-3', sanction: 'discipline-heavy' }),
    )).toMatchObject({ settledOn: dayOf('2020-10-05'), sanctionImposed: 'discipline-medium' }));

  it('let a sanction settle nobody whom the letter does not name', () =>
    expect(persons(issued('2020-10-01'), sanctioned('2020-10-05', ['c']))).toMatchObject([{ settledOn: NEVER }]));
});

describe('a correction or retraction', () => {
  const wrong = sanctioned('2020-10-05', ['a'], {}, { messageId: 's1' });

  it('takes the place of what it names, back to the beginning', () =>
    expect(one(issued('2020-10-01'), wrong, corrected('s1', sanctioned('2020-10-15', ['a'])))).toMatchObject({ settledOn: dayOf('2020-10-15') }));

  it('removes what it retracts, and reinstates by a correction after it', () => {
    expect(one(issued('2020-10-01'), wrong, retracted('s1', 'SanctionImposed'))).toMatchObject({ settledOn: NEVER, sanctionImposed: '' });
    expect(one(issued('2020-10-01'), wrong, retracted('s1', 'SanctionImposed'), corrected('s1', sanctioned('2020-10-20', ['a'])))).toMatchObject({ settledOn: dayOf('2020-10-20') });
  });

  it('is decided by the last in the log', () =>
    expect(one(issued('2020-10-01'), wrong, corrected('s1', sanctioned('2020-10-15', ['a'])), corrected('s1', sanctioned('2020-10-12', ['a'])))).toMatchObject({ settledOn: dayOf('2020-10-12') }));

  it('may come before what it corrects', () =>
    expect(one(issued('2020-10-01'), corrected('s1', sanctioned('2020-10-15', ['a'])), wrong)).toMatchObject({ settledOn: dayOf('2020-10-15') }));

  it('changes nothing when it names another type, another source or a message never recorded', () => {
    const untouched = one(issued('2020-10-01'), wrong);
    expect(one(issued('2020-10-01'), wrong, retracted('s1', 'FollowUpStarted'))).toEqual(untouched);
    expect(one(issued('2020-10-01'), wrong, corrected('s1', sanctioned('2020-10-15', ['a']), { source: 'urn:netral:other' }))).toEqual(untouched);
    expect(one(issued('2020-10-01'), wrong, retracted('nothing', 'SanctionImposed'))).toEqual(untouched);
  });

  it('brings old data up to the latest version', () => {
    const old = { season: 'pilkada-2020', recommendationId: 'R-1', letterNumber: 'x', issuedOn: '2020-10-03', employer: '52', addressedOffice: 'x', copiesTo: [], reports: [], complaints: [], person: { subject: 'z', sanction: 'moral-closed', legalBasis: 'x' } };
    const correction = corrected('i1', { type: 'RecommendationIssued', data: old as never });
    expect(persons(issued('2020-10-01', undefined, {}, { messageId: 'i1' }), { ...correction, data: { ...(correction.data as object), correctedVersion: 1 } as never }))
      .toMatchObject([{ sanction: 'moral-closed', employer: '52', issuedOn: dayOf('2020-10-03') }]);
  });

  it('of the first statement lets it keep its place before the second', () =>
    expect(one(issued('2020-10-01', undefined, {}, { messageId: 'i1' }), issued('2020-10-09', { b: 'moral-open' }), corrected('i1', issued('2020-10-02', { a: 'discipline-heavy' }))))
      .toMatchObject({ sanction: 'discipline-heavy', issuedOn: dayOf('2020-10-02') }));

  it('of the first statement, retracted, lets the second stand', () =>
    expect(one(issued('2020-10-01', undefined, {}, { messageId: 'i1' }), issued('2020-10-09', { b: 'discipline-light' }), retracted('i1', 'RecommendationIssued'))).toMatchObject({ sanction: 'discipline-light' }));
});
