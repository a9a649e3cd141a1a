import { dayOf } from '@netral/domain';
import { bawasluRegister, reportView } from './bawaslu-register';
import { personnel, personnelView } from './personnel';
import { letterView, recommendations } from './recommendations';
import { complaintView, recommenderRegister } from './recommender-register';
import { blocked, corrected, delivered, disputed, examined, forwarded, issued, lifted, notProven, registered, reported, sanctioned, separated, started, warned, withdrawn } from './testing/facts';
import { specifyProjection } from './testing/specify-projection';

const letters = specifyProjection(recommendations);
const at = (asOf: string, ordinal = 1000) => ({ ordinal, asOf: dayOf(asOf) });

describe('the view of a letter', () => {
  const ledger = letters(
    issued('2020-10-01', { a: 'moral-open', b: 'moral-open', c: 'moral-open' }),
    delivered('2020-10-03'), started('2020-10-05', ['a', 'b']), disputed('2020-10-06', ['b']),
    sanctioned('2020-10-08', ['a'], { decreeDate: '2020-10-07' }), withdrawn('2020-10-09', ['c']), separated('2020-10-20', ['b']),
  ).document('R-1');

  it('is none before the letter is known, nor before its date', () => {
    expect(letterView(ledger, at('2020-09-30'))).toBeUndefined();
    expect(letterView(letters(started('2020-10-05')).document('R-1'), at('2020-12-31'))).toBeUndefined();
    expect(letterView(ledger, at('2020-12-31', -1))).toBeUndefined();
  });
  it('shows what was true on the day asked', () => {
    expect(letterView(ledger, at('2020-10-02'))).toMatchObject({
      state: 'open', deliveredOn: null, disputed: false, counts: { recommended: 3, settled: 0, inProcess: 0, notStarted: 3, withdrawn: 0 },
    });
    expect(letterView(ledger, at('2020-10-10'))).toMatchObject({
      letterNumber: 'R-1/TEST', issuedOn: '2020-10-01', deliveredOn: '2020-10-03', disputed: true, state: 'open',
      counts: { recommended: 2, settled: 1, inProcess: 1, notStarted: 0, withdrawn: 1 },
      persons: [
        { subject: 'a', state: 'settled', settledOn: '2020-10-08', sanctionImposed: 'moral-open', decree: { number: 'SK-1', date: '2020-10-07' } },
        { subject: 'b', state: 'in-process', startedOn: '2020-10-05', settledOn: null, sanctionImposed: null, decree: null },
        { subject: 'c', state: 'withdrawn', withdrawnOn: '2020-10-09' },
      ],
    });
    expect(letterView(ledger, at('2020-10-20'))).toMatchObject({ state: 'closed', persons: [{}, { sanctionImposed: 'separated', separation: 'retired' }, {}] });
  });
  it('shows what was known at the place in the log asked', () => {
    const amended = letters(issued('2020-10-01', undefined, {}, { messageId: 'i' }), sanctioned('2020-10-05', ['a']), corrected('i', issued('2020-10-02', { z: 'moral-open' }))).document('R-1');
    expect(letterView(amended, at('2020-12-31', 0))).toMatchObject({ issuedOn: '2020-10-01', state: 'open' });
    expect(letterView(amended, at('2020-12-31', 1))).toMatchObject({ issuedOn: '2020-10-01', state: 'closed' });
    expect(letterView(amended, at('2020-12-31', 2))).toMatchObject({ issuedOn: '2020-10-02', state: 'open', persons: [{ subject: 'z' }] });
  });
  it('is withdrawn when nobody is left', () =>
    expect(letterView(letters(issued('2020-10-01'), withdrawn('2020-10-05')).document('R-1'), at('2020-10-05'))).toMatchObject({ state: 'withdrawn', counts: { recommended: 0, withdrawn: 1 } }));
});

describe('the views of registers and records', () => {
  it('show a report on the day asked', () => {
    const ledger = specifyProjection(bawasluRegister)(reported(), forwarded()).document('L-1');
    expect(reportView(ledger, at('2020-06-11'))).toMatchObject({ state: 'open', forwardedOn: null, forwardedTo: null });
    expect(reportView(ledger, at('2020-06-12'))).toMatchObject({ state: 'forwarded', forwardedOn: '2020-06-12', forwardedTo: 'kasn', withStudy: true });
    expect(reportView(ledger, at('2020-05-31'))).toBeUndefined();
  });
  it('show a complaint on the day asked', () => {
    const ledger = specifyProjection(recommenderRegister)(registered(), examined('2020-06-20'), notProven('2020-07-01')).document('C-1');
    expect(complaintView(ledger, at('2020-06-30'))).toMatchObject({ reportId: 'L-1', persons: [{ state: 'in-examination', notProvenReason: null }] });
    expect(complaintView(ledger, at('2020-07-01'))).toMatchObject({ persons: [{ state: 'not-proven', notProvenOn: '2020-07-01', notProvenReason: 'not-proven' }] });
  });
  it('show a personnel record on the day asked', () => {
    const ledger = specifyProjection(personnel)(warned(), blocked(), lifted()).document('a');
    expect(personnelView(ledger, at('2020-11-05'))).toMatchObject({ seasons: [{ blocked: 'both', spans: [{ blockedOn: '2020-11-01', untilOn: null }], warnings: [{ issuedOn: '2020-10-20' }] }] });
    expect(personnelView(ledger, at('2020-11-10'))).toMatchObject({ seasons: [{ blocked: null, spans: [{ untilOn: '2020-11-10' }], acts: [{ act: 'block' }, { act: 'lift' }] }] });
    expect(personnelView(ledger, at('2020-10-19'))).toBeUndefined();
  });
});
