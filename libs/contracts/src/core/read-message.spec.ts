import type { EventType } from '../catalogue';
import { exampleMessage, syntheticNip, syntheticPerson } from '../examples';
import { changed } from '../testing/places';
import { readMessage } from './read-message';

const judge = (type: EventType, changes: Record<string, unknown>) => {
  let message: object = exampleMessage(type);
  for (const [pointer, value] of Object.entries(changes)) message = changed(message, pointer, value);
  const result = readMessage(message);
  return result.ok ? 'accepted' : result.reason;
};
const blocked = exampleMessage('PersonnelDataBlocked').data;

describe('a message', () => {
  it('gets one reason, with place, find and expectation', () => {
    expect(judge('RecommendationIssued', { '/data/issuedOn': '2020-02-30' })).toEqual({
      code: 'wrong-date', pointer: '/data/issuedOn', found: '2020-02-30', expected: 'a day that exists, YYYY-MM-DD',
    });
    expect(judge('SanctionImposed', { '/data/sanction': 'berat' })).toEqual({
      code: 'wrong-value', pointer: '/data/sanction', found: 'berat',
      expected: 'one of moral-closed, moral-open, discipline-light, discipline-medium, discipline-heavy',
    });
    expect(judge('SanctionImposed', { '/data/sanction': 'x'.repeat(300) })).toMatchObject({ found: `${'x'.repeat(80)}…` });
  });

  it('cannot bring a NIP that cannot be, which the reason does not repeat', () => {
    expect(judge('PersonSeparated', { '/data/persons/0/nip': '1234' }))
      .toMatchObject({ code: 'impossible-nip', pointer: '/data/persons/0/nip', found: '4 digits' });
    expect(judge('PersonSeparated', { '/data/persons/0/nip': '198502302010122017' })).toEqual({
      code: 'impossible-nip', pointer: '/data/persons/0/nip', found: '18 digits',
      expected: 'a NIP; this has no birth date in digits 1 to 8',
    });
  });

  it('names nobody twice in one list', () => {
    expect(judge('PersonSeparated', { '/data/persons': [syntheticPerson(1), syntheticPerson(2), { nip: syntheticNip(1) }] }))
      .toMatchObject({ code: 'repeated-person', pointer: '/data/persons/2/nip' });
  });

  it.each<[EventType, string, string]>([
    ['ViolationDataSubmitted', '/data/periodFrom', '/data/periodUntil'], ['SeasonOpened', '/data/from', '/data/until'],
    ['HolidayCalendarAdopted', '/data/from', '/data/until'], ['AuthorityGranted', '/data/validFrom', '/data/validUntil'],
    ['DeadlineRuleAdopted', '/data/validFrom', '/data/validUntil'], ['CategoryListAdopted', '/data/validFrom', '/data/validUntil'],
  ])('has no span that ends before it begins: %s', (type, from, until) => {
    expect(judge(type, { [from]: '2020-05-02', [until]: '2020-05-01' }))
      .toMatchObject({ code: 'wrong-order', pointer: until, found: '2020-05-01' });
    if (type !== 'HolidayCalendarAdopted') expect(judge(type, { [from]: '2020-05-01', [until]: '2020-05-01' })).toBe('accepted');
  });

  it('has no holiday outside its calendar, and no grant of what nobody can say', () => {
    expect(judge('HolidayCalendarAdopted', { '/data/days/1/date': '2021-10-29' }))
      .toMatchObject({ code: 'outside-span', pointer: '/data/days/1/date' });
    for (const type of ['SanctionImposd', 'MessageSetAside']) {
      expect(judge('AuthorityGranted', { '/data/eventTypes': ['SanctionImposed', type] }))
        .toMatchObject({ code: 'wrong-value', pointer: '/data/eventTypes/1' });
    }
  });
});

describe('a correction', () => {
  it('holds data that keeps to the corrected contract, at its version', () => {
    expect(judge('FactCorrected', { '/data/data/imposedOn': '2020-02-30' }))
      .toMatchObject({ code: 'wrong-date', pointer: '/data/data/imposedOn' });
    expect(judge('FactCorrected', { '/data/data/extra': 1 })).toMatchObject({ code: 'unknown-field', pointer: '/data/data/extra' });
    expect(judge('FactCorrected', { '/data/correctedVersion': 2 }))
      .toMatchObject({ code: 'unknown-version', pointer: '/data/correctedVersion' });
    expect(judge('FactCorrected', { '/data/correctedType': 'RecommendationIssued' })).toMatchObject({ code: 'missing-field' });
  });

  it.each(['FactCorrected', 'FactRetracted', 'SeasonOpened', 'MessageSetAside', 'Nothing', 'constructor'])('cannot be of %s', (type) => {
    expect(judge('FactCorrected', { '/data/correctedType': type }))
      .toMatchObject({ code: 'not-correctable', pointer: '/data/correctedType' });
    expect(judge('FactRetracted', { '/data/retractedType': type }))
      .toMatchObject({ code: 'not-correctable', pointer: '/data/retractedType' });
  });

  it('names the matter, or for personnel data the person, and not both', () => {
    expect(judge('FactCorrected', { '/data/matter': undefined })).toMatchObject({ code: 'missing-field', pointer: '/data/matter' });
    expect(judge('FactCorrected', { '/data/person': syntheticPerson(1) }))
      .toMatchObject({ code: 'repeated-field', pointer: '/data/person' });
    expect(judge('FactRetracted', { '/data/person': undefined })).toMatchObject({ code: 'missing-field', pointer: '/data/person' });
    expect(judge('FactRetracted', { '/data/matter': 'x' })).toMatchObject({ code: 'repeated-field', pointer: '/data/matter' });
    expect(judge('FactRetracted', { '/data/retractedType': 'SanctionImposed' }))
      .toMatchObject({ code: 'missing-field', pointer: '/data/matter' });
  });

  it('changes neither the matter nor the season', () => {
    expect(judge('FactCorrected', { '/data/matter': 'kasn-r-0002' }))
      .toMatchObject({ code: 'correction-changes-matter', pointer: '/data/data', found: 'kasn-r-0001' });
    expect(judge('FactCorrected', { '/data/data/season': 'pilkada-2018' }))
      .toMatchObject({ code: 'correction-changes-matter', pointer: '/data/data/season' });
  });

  it('does not turn to another person, and the reason names neither', () => {
    const correction = {
      '/data/correctedType': 'PersonnelDataBlocked', '/data/matter': undefined, '/data/person': syntheticPerson(1), '/data/data': blocked,
    };
    expect(judge('FactCorrected', correction)).toBe('accepted');
    const reason = judge('FactCorrected', { ...correction, '/data/person': syntheticPerson(2) });
    expect(reason).toMatchObject({ code: 'correction-changes-matter', pointer: '/data/data/person/nip', found: '18 digits' });
    expect(JSON.stringify(reason)).not.toMatch(/\d{16}/);
  });
});
