import type { EventData } from '@netral/contracts';

type Rule = EventData<'DeadlineRuleAdopted'>;
type Variant = Pick<Rule, 'days' | 'dayKind' | 'from' | 'source'> & { readonly validFrom?: string };

export const CALENDAR_ID = 'id-2020';
const IN_FORCE_FROM = '2020-01-01';
const kindWords = { calendar: ['hari kalender', 'calendar days'], working: ['hari kerja', 'working days'] } as const;
const fromWords = { issued: ['sejak tanggal surat', "from the letter's date"], delivered: ['sejak diterima', 'from delivery'] } as const;

const rule = (ruleId: string, appliesTo: Rule['appliesTo'], variant: Variant): Rule => {
  const { days, dayKind, from, source, validFrom } = variant;
  const [kindId, kindEn] = kindWords[dayKind];
  const [fromId, fromEn] = fromWords[from];
  return {
    ruleId, adoptedOn: IN_FORCE_FROM, appliesTo, days, dayKind, from, calendarId: CALENDAR_ID, validFrom: validFrom ?? null, validUntil: null,
    label: { id: `${days} ${kindId} ${fromId}`, en: `${days} ${kindEn} ${fromEn}` }, source,
  };
};

const sources = { 14: 'KASN, kasus 2018: 14 hari, jenis hari tidak disebut', 10: 'Kemendagri, 2 November 2020: 10 hari, jenis hari tidak disebut' } as const;
const REPRIMAND_SOURCE = 'Teguran Kemendagri 27 Oktober 2020, dengan rujukan PP 12/2017: 3 hari sejak surat diterima';

const ofPpk = (days: 14 | 10, dayKind: Rule['dayKind'], from: Rule['from']): Rule => {
  const inForce = days === 14 && dayKind === 'calendar' && from === 'issued';
  const ruleId = `ppk-${days}-${dayKind}${from === 'delivered' ? '-delivered' : ''}`;
  return rule(ruleId, 'recommendation', { days, dayKind, from, source: sources[days], ...(inForce ? { validFrom: IN_FORCE_FROM } : {}) });
};

/**
 * The sources give a PPK 14 days or 10 and never say which days, or from when. Fourteen calendar days from the letter's date is in
 * force; every other reading is laid down too, without days of validity, so that it can be asked for and compared.
 */
export const deadlineRules2020: readonly Rule[] = [
  ofPpk(14, 'calendar', 'issued'), ofPpk(14, 'working', 'issued'), ofPpk(10, 'calendar', 'issued'), ofPpk(10, 'working', 'issued'),
  ofPpk(14, 'calendar', 'delivered'), ofPpk(14, 'working', 'delivered'), ofPpk(10, 'calendar', 'delivered'), ofPpk(10, 'working', 'delivered'),
  rule('reprimand-3-calendar', 'reprimand', { days: 3, dayKind: 'calendar', from: 'delivered', source: REPRIMAND_SOURCE, validFrom: IN_FORCE_FROM }),
  rule('reprimand-3-working', 'reprimand', { days: 3, dayKind: 'working', from: 'delivered', source: REPRIMAND_SOURCE }),
];
