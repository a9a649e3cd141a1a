import { dayOf } from '@netral/domain';
import { NEVER } from '../projection';
import { corrected, disputed, issued, retracted, sanctioned, separated, started, type Said } from '../testing/facts';
import { specifyProjection } from '../testing/specify-projection';
import { recommendations } from './recommendations.projection';

const given = specifyProjection(recommendations);
const one = (...said: Said[]) => given(...said).rows('letterPersons')[0]!;
const kinds = (...said: Said[]) => given(...said).anomalies().map(({ kind }) => kind);
const [letter, other] = [issued('2020-10-01', undefined, {}, { messageId: 'i1' }), { employer: '33.11' }];
const wrong = sanctioned('2020-10-05', ['a'], {}, { messageId: 's1' });

describe('what a PPK says of a letter to another employer', () => {
  const foreign = [
    sanctioned('2020-10-05', ['a'], other), started('2020-10-04', undefined, other), disputed('2020-10-06', ['a'], other), separated('2020-10-03', ['a'], other),
  ];

  it('settles nobody, starts nothing and disputes nothing, whatever came first', () => {
    const untouched = one(letter);
    expect(one(letter, ...foreign)).toEqual(untouched);
    expect(one(...foreign, letter)).toEqual(untouched);
  });

  it('is a sanction without a recommendation, for good and before the letter’s date too', () => {
    const found = [{ kind: 'sanction-without-recommendation', employer: '33.11', day: dayOf('2020-10-05'), untilOn: NEVER }];
    expect(given(letter, sanctioned('2020-10-05', ['a', 'b'], other)).anomalies()).toMatchObject(found);
    expect(given(sanctioned('2020-10-05', undefined, other), issued('2020-11-01')).anomalies()).toMatchObject(found);
  });

  it('does not make the letter’s own employer’s sanction a second statement, nor differ from what was recommended', () => {
    const said = [sanctioned('2020-10-04', ['a'], { ...other, sanction: 'discipline-heavy' }), sanctioned('2020-10-05', ['a']), letter];
    expect(one(...said)).toMatchObject({ settledOn: dayOf('2020-10-05'), sanctionImposed: 'moral-open' });
    expect(kinds(...said)).toEqual(['sanction-without-recommendation']);
  });

  it('said twice is one anomaly and a second statement', () =>
    expect(kinds(letter, sanctioned('2020-10-05', ['a'], other), sanctioned('2020-10-06', ['a'], other))).toEqual(['sanction-without-recommendation', 'restated']));

  it('is no follow-up after closing', () =>
    expect(kinds(letter, sanctioned('2020-10-05', ['a']), started('2020-10-20', undefined, other))).toEqual([]));

  it('counts once the letter is corrected to be that employer’s, and no longer once it is another’s', () => {
    const moved = corrected('i1', issued('2020-10-01', undefined, other));
    expect(one(letter, sanctioned('2020-10-05', ['a'], other), moved)).toMatchObject({ employer: '33.11', settledOn: dayOf('2020-10-05') });
    expect(one(letter, sanctioned('2020-10-05', ['a']), moved)).toMatchObject({ settledOn: NEVER });
  });

  it('waits, while the letter is not known, as what every PPK says', () =>
    expect(kinds(sanctioned('2020-10-05', ['a'], other), sanctioned('2020-10-06', ['a']))).toEqual(['sanction-without-recommendation', 'restated']));

  it('is the letter’s own employer’s when the two only write its code in different editions', () =>
    expect(one(issued('2020-10-01', undefined, { employer: '91.01' }), sanctioned('2020-10-05', ['a'], { employer: '93.01' }))).toMatchObject({ settledOn: dayOf('2020-10-05') }));
});

describe('an amendment of what a PPK said', () => {
  it('changes nothing when it names another employer than the statement as first sent', () => {
    const untouched = one(letter, wrong);
    expect(one(letter, wrong, retracted('s1', 'SanctionImposed', other))).toEqual(untouched);
    expect(one(retracted('s1', 'SanctionImposed', other), letter, wrong)).toEqual(untouched);
    expect(one(letter, wrong, corrected('s1', sanctioned('2020-10-15', ['a'], other)))).toEqual(untouched);
  });

  it('counts when it names the same employer, or none, and an idle one after it does not undo it', () => {
    const gone = one(letter);
    expect(one(letter, wrong, retracted('s1', 'SanctionImposed', { employer: '74.07' }))).toEqual(gone);
    expect(one(letter, wrong, retracted('s1', 'SanctionImposed'), retracted('s1', 'SanctionImposed', other))).toEqual(gone);
    expect(one(letter, wrong, retracted('s1', 'SanctionImposed'), corrected('s1', sanctioned('2020-10-15', ['a'], other)))).toEqual(gone);
  });

  it('may give the recommender’s own letter another employer', () =>
    expect(one(letter, corrected('i1', issued('2020-10-01', undefined, other)))).toMatchObject({ employer: '33.11' }));
});
