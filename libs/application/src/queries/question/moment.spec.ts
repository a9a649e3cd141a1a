import * as fc from 'fast-check';
import { momentOf, type AskedMoment, type KnownLog } from './moment';
import { readInstant } from './instant';
import { Problems } from './problems';

const place = (ordinal: number): string => String((ordinal + 1) * 10).padStart(20, '0');
const logOf = (...instants: string[]): KnownLog => {
  const known = instants.map((instant) => readInstant(instant) ?? 0);
  return { length: known.length, positionOf: place, knownFrom: (ordinal) => known[ordinal] ?? 0 };
};
const log = logOf('2020-10-20T08:00:00+07:00', '2020-10-20T08:00:00+07:00', '2020-10-27T08:00:00+07:00', '2020-11-05T08:00:00+07:00');
const now = readInstant('2020-12-31T17:30:00Z') ?? 0;
const at = (asked: AskedMoment, known = log) => {
  const problems = new Problems();
  const moment = momentOf(asked, known, now, problems);
  problems.refuseIfAny();
  return moment;
};
const knownAt = (text: string): AskedMoment => ({ knownAt: readInstant(text) ?? 0 });

describe('the two times of a question', () => {
  it('are today in Jakarta and the last event folded, unless asked otherwise', () =>
    expect(at({})).toEqual({ asOf: '2021-01-01', knownAt: '2020-11-05T08:00:00.000+07:00', position: place(3), ordinal: 3 }));

  it('keep an instant between two events as it was asked', () =>
    expect(at(knownAt('2020-11-02T23:59:59.999+07:00'))).toMatchObject({ knownAt: '2020-11-02T23:59:59.999+07:00', position: place(2) }));

  it('lower an instant after the last event to that event', () =>
    expect(at(knownAt('2099-01-01T00:00:00Z'))).toMatchObject({ knownAt: '2020-11-05T08:00:00.000+07:00', position: place(3) }));

  it('know all events of one instant together', () =>
    expect(at(knownAt('2020-10-20T08:00:00+07:00'))).toMatchObject({ position: place(1), ordinal: 1 }));

  it('know nothing before the first event', () =>
    expect(at(knownAt('2020-01-01T00:00:00+07:00'))).toMatchObject({ knownAt: '2020-01-01T00:00:00.000+07:00', position: '0'.repeat(20), ordinal: -1 }));

  it('know nothing in an empty log', () =>
    expect(at(knownAt('2020-01-01T00:00:00+07:00'), logOf())).toMatchObject({ knownAt: null, position: '0'.repeat(20), ordinal: -1 }));

  it('take a place in the log, between two events too', () => {
    expect(at({ position: place(1) })).toMatchObject({ knownAt: '2020-10-20T08:00:00.000+07:00', position: place(1) });
    expect(at({ position: '00000000000000000025' })).toMatchObject({ position: place(1) });
    expect(at({ position: '0'.repeat(20) })).toMatchObject({ knownAt: null, ordinal: -1 });
  });

  it('refuse a place beyond what is folded, and a place beside an instant', () => {
    expect(() => at({ position: place(4) })).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ parameter: 'position' })] }));
    expect(() => at({ position: place(1), knownAt: now })).toThrow(expect.objectContaining({ code: 'wrong-parameter' }));
  });

  it('answer as before for an instant that has passed, whatever comes later', () => fc.assert(fc.property(
    fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 60 }), fc.nat(30),
    (steps, asked, cut) => {
      let most = 0;
      const knownFrom = steps.map((step) => (most = Math.max(most, step)));
      const of = (length: number): KnownLog => ({ length, positionOf: place, knownFrom: (ordinal) => knownFrom[ordinal] ?? 0 });
      const [early, late] = [of(Math.min(cut, steps.length)), of(steps.length)];
      if (early.length === 0 || asked >= (knownFrom[early.length - 1] ?? 0)) return;
      expect(at({ knownAt: asked }, early)).toEqual(at({ knownAt: asked }, late));
    },
  )));
});
