import { QueryError } from '../query.error';
import { choiceParameter, dayParameter, instantOrDayParameter, integerParameter } from './parameter';
import { Problems } from './problems';
import { rawParameters, readParameters } from './read-parameters';

const known = {
  asOf: dayParameter('asOf', 'day', '2020-10-26'),
  knownAt: instantOrDayParameter('knownAt', 'instant', '2020-11-02'),
  limit: integerParameter('limit', 'items', 1, 1000, 100),
  order: choiceParameter('order', 'order', ['daysOverdue', 'issuedOn']),
};
const read = (search: string) => {
  const problems = new Problems();
  const values = readParameters(rawParameters(search), known, problems);
  problems.refuseIfAny();
  return values;
};
const refused = (search: string) => {
  try {
    return read(search);
  } catch (error) {
    return (error as QueryError).errors;
  }
};

describe('the parameters of a question', () => {
  it('are read into values', () =>
    expect(read('asOf=2020-10-26&limit=7&order=issuedOn')).toEqual({ asOf: '2020-10-26', limit: 7, order: 'issuedOn' }));

  it('may all be left out', () => expect(read('')).toEqual({}));

  it.each([
    ['asof=2020-10-26', 'asof', 'an unknown parameter'],
    ['asOf=2020-10-26&asOf=2020-10-26', 'asOf', '2 times'],
    ['asOf=', 'asOf', 'empty'],
    ['asOf', 'asOf', 'empty'],
    ['asOf=2020-02-30', 'asOf', '2020-02-30'],
    ['limit=0', 'limit', '0'],
    ['limit=1001', 'limit', '1001'],
    ['limit=1e2', 'limit', '1e2'],
    ['order=daysoverdue', 'order', 'daysoverdue'],
    ['__proto__=1', '__proto__', 'an unknown parameter'],
    ['toString=1', 'toString', 'an unknown parameter'],
  ])('are refused: %s', (search, parameter, found) => expect(refused(search)).toMatchObject([{ parameter, found }]));

  it('are refused for all that is wrong, not only for the first', () =>
    expect(refused('asOf=x&knownAt=y&limit=z&mood=good')).toMatchObject([{ parameter: 'asOf' }, { parameter: 'knownAt' }, { parameter: 'limit' }, { parameter: 'mood' }]));

  it('never give a NIP back, however it is spaced', () => {
    expect(refused('asOf=198001012005011001')).toMatchObject([{ found: '18 digits' }]);
    expect(refused('asOf=19800101 200501 1 001')).toMatchObject([{ found: '18 digits' }]);
    expect(refused('198001012005011001=1')).toMatchObject([{ parameter: '18 digits' }]);
  });

  it('are cut to a bound when they are given back', () =>
    expect(refused(`asOf=${'x'.repeat(5000)}`)).toMatchObject([{ found: `${'x'.repeat(100)}…` }]));
});
