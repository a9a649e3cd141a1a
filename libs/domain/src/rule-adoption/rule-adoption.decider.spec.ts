import { ended, granted, holidaysOf, listed, opened, ruled } from '../testing/rule-events';
import { specify } from '../testing/specify';
import { ruleAdoption } from './rule-adoption.decider';

const given = specify(ruleAdoption);
const day = (date: string) => ({ date, kind: 'holiday' as const, label: { id: 'Libur', en: 'Holiday' } });

describe('a season', () => {
  it('is opened', () => given().when(opened()).then(opened()));
  it('is opened once', () => given(opened()).when(opened({ regionEdition: '2022' })).thenRefused('season-exists'));
  it('does not end before it begins', () => given().when(opened({ until: '2019-12-31' })).thenRefused('wrong-order'));
});

describe('an authority', () => {
  it('is granted', () => given().when(granted()).then(granted()));
  it('is granted once under its id', () => given(granted()).when(granted({ agency: 'bkn' })).thenRefused('grant-exists'));
  it('does not end before it begins', () => given().when(granted({ validUntil: '2019-12-31' })).thenRefused('wrong-order'));
  it('is of events of its role', () => {
    given().when(granted({ eventTypes: ['RecommendationIssued'] })).then(granted({ eventTypes: ['RecommendationIssued'] }));
    given().when(granted({ eventTypes: ['SanctionImposed'] })).thenRefused('unknown-event-type');
  });
  it('is for employers that exist', () => given().when(granted({ employers: ['74.07', '99.99'] })).thenRefused('unknown-employer'));
  it('is ended', () => given(granted()).when(ended('g-kasn', '2024-08-23')).then(ended('g-kasn', '2024-08-23')));
  it('is not ended unless granted', () => given().when(ended('g-kasn', '2024-08-23')).thenRefused('unknown-grant'));
  it('is not ended before it began', () => given(granted()).when(ended('g-kasn', '2019-12-31')).thenRefused('wrong-order'));
});

describe('a deadline rule', () => {
  const working = ruled({ ruleId: 'ppk-14-working', dayKind: 'working', calendarId: 'id-2020' });

  it('is adopted, and adopted again', () => given(ruled()).when(ruled({ days: 10 })).then(ruled({ days: 10 })));
  it('does not end before it begins', () => given().when(ruled({ validUntil: '2019-12-31' })).thenRefused('wrong-order'));
  it('of working days rests on a calendar', () => {
    given(holidaysOf()).when(working).then(working);
    given().when(working).thenRefused('unknown-calendar');
    given(holidaysOf()).when(ruled({ dayKind: 'working' })).thenRefused('unknown-calendar');
  });
});

describe('a holiday calendar', () => {
  it('is adopted, and adopted again', () => given(holidaysOf()).when(holidaysOf({ days: [day('2020-12-09')] })).then(holidaysOf({ days: [day('2020-12-09')] })));
  it('names days of its span', () => {
    given().when(holidaysOf({ days: [day('2021-01-01')] })).thenRefused('outside-span');
    given().when(holidaysOf({ days: [day('2019-12-31')] })).thenRefused('outside-span');
  });
  it('names each day once', () => given().when(holidaysOf({ days: [day('2020-12-09'), day('2020-12-09')] })).thenRefused('repeated-day'));
  it('does not end before it begins', () => given().when(holidaysOf({ until: '2019-12-31' })).thenRefused('wrong-order'));
});

describe('a category list', () => {
  it('is adopted', () => given().when(listed()).then(listed()));
  it('maps to categories that exist', () =>
    given().when(listed({ entries: [{ code: 'menyanyi', label: 'Menyanyi', class: 'unknown' }] })).thenRefused('unknown-category'));
  it('does not end before it begins', () => given().when(listed({ validUntil: '2019-12-31' })).thenRefused('wrong-order'));
});
