import { contractOf } from '@netral/contracts';
import { type Instant, day, dayOfInstant, endOf, hoursAfter, isoDay, startOf } from '../../calendar';
import { SEASON } from '../../plan/season-2020.plan';
import type { Data, Fact, Teller } from '../teller';
import { some } from './repeats';

/** How a correction or retraction names what it is about: the matter, or the person of a personnel record. */
const nameOfMatter = ({ type, message }: Fact): object =>
  contractOf(type)?.matter === 'personnel' ? { person: message.data['person'] } : { matter: message.subject };

const about = (fact: Fact): object => ({ ...nameOfMatter(fact), messageSource: fact.message.source, messageId: fact.message.id });

/** An agency corrects its message: the whole data anew, with these fields changed. */
export const correct = (teller: Teller, fact: Fact, at: Instant, changes: Data, reason = 'Salah ketik (teks sintetis).'): void => {
  const { season: _season, ...data } = fact.message.data;
  const on = dayOfInstant(at);
  teller.state({
    agency: fact.agency,
    ...(fact.employers?.[0] === undefined ? {} : { employer: fact.employers[0] }),
    type: 'FactCorrected',
    subject: fact.message.subject,
    on,
    arrives: at,
    data: {
      correctedType: fact.type,
      correctedVersion: fact.version,
      ...about(fact),
      correctedOn: isoDay(on),
      reason,
      data: { season: SEASON, ...data, ...changes },
    },
  });
};

export const retract = (teller: Teller, fact: Fact, at: Instant, reason = 'Tercatat dua kali (teks sintetis).'): void => {
  const on = dayOfInstant(at);
  const employer = fact.message.data['employer'];
  teller.state({
    agency: fact.agency,
    ...(fact.employers?.[0] === undefined ? {} : { employer: fact.employers[0] }),
    type: 'FactRetracted',
    subject: fact.message.subject,
    on,
    arrives: at,
    data: {
      retractedType: fact.type,
      ...about(fact),
      ...(typeof employer === 'string' ? { employer } : {}),
      retractedOn: isoDay(on),
      reason,
    },
  });
};

const between = (teller: Teller, from: string, until: string): Instant =>
  startOf(day(from)) + 9 * 3_600_000 + Math.floor(teller.random.unit() * (endOf(day(until)) - startOf(day(from)) - 9 * 3_600_000));
const latest = (instant: Instant, fact: Fact): Instant => Math.max(instant, hoursAfter(fact.at, 5));

/** Slips that change no count: numbers of letters, proofs, days of examination. */
const harmless = (teller: Teller): void => {
  const soon = (fact: Fact): Instant => hoursAfter(fact.at, teller.random.int(20, 700));
  for (const fact of some(teller, 'ReportForwarded').slice(0, 14))
    correct(teller, fact, soon(fact), { letterNumber: `${String(fact.message.data['letterNumber'])}-A` });
  for (const fact of some(teller, 'RecommendationDelivered').slice(0, 9))
    correct(teller, fact, soon(fact), { receivedBy: 'Kepala Subbagian Persuratan (sintetis)' });
  for (const fact of some(teller, 'ExaminationOpened').slice(0, 7)) correct(teller, fact, soon(fact), { openedOn: isoDay(fact.on + 1) });
  for (const fact of some(teller, 'ReprimandAnswered').slice(0, 2))
    correct(teller, fact, soon(fact), { content: 'Jawaban yang diperbaiki (teks sintetis).' });
};

/** What the press of June could not know: positions and employers set right in July and August. */
const registersAfterJune = (teller: Teller): void => {
  const inJune = (fact: Fact): boolean => fact.on <= day('2020-06-15') && fact.at <= endOf(day('2020-06-27'));
  const persons = (fact: Fact, change: object): Data => ({
    persons: (fact.message.data['persons'] as object[]).map((person) => ({ ...person, ...change })),
  });
  for (const fact of some(teller, 'ComplaintRegistered', inJune).slice(0, 8))
    correct(teller, fact, between(teller, '2020-07-02', '2020-08-14'), persons(fact, { positionGroup: 'pengawas' }));
  for (const fact of some(teller, 'ViolationReported', inJune).slice(0, 7))
    correct(teller, fact, between(teller, '2020-07-02', '2020-08-14'), persons(fact, { positionGroup: 'administrator' }));
};

/** What Kemendagri could not know on 27 October: a letter's date and a sanction's day set right in November. */
const datesAfterTheList = (teller: Teller, overdueLetters: ReadonlySet<string>): void => {
  const listed = (fact: Fact): boolean => overdueLetters.has(fact.message.subject);
  const october = (fact: Fact): boolean => listed(fact) && fact.on <= day('2020-10-09') && fact.on >= day('2020-10-01');
  for (const fact of some(teller, 'RecommendationIssued', october).slice(0, 2))
    correct(teller, fact, between(teller, '2020-11-09', '2020-11-20'), { issuedOn: isoDay(fact.on + 14) });
  const settledJustBefore = (fact: Fact): boolean =>
    fact.on >= day('2020-10-12') && fact.on <= day('2020-10-22') && fact.at <= endOf(day('2020-10-26'));
  for (const fact of some(teller, 'SanctionImposed', settledJustBefore).slice(0, 3)) {
    const at = latest(between(teller, '2020-11-09', '2020-11-24'), fact);
    correct(teller, fact, at, { imposedOn: '2020-11-03', decreeDate: '2020-11-03' });
  }
};

/** After the reconciliation of December: a sanction taken back. */
const afterReconciliation = (teller: Teller): void => {
  const known = (fact: Fact): boolean =>
    fact.on >= day('2020-11-04') && fact.on <= day('2020-11-20') && fact.at <= endOf(day('2020-12-03'));
  for (const fact of some(teller, 'SanctionImposed', known).slice(0, 2))
    retract(teller, fact, between(teller, '2020-12-07', '2020-12-18'), 'Keputusan dibatalkan (teks sintetis).');
};

/** What agencies set right about their own messages, mostly before it mattered and sometimes after. */
export const tellCorrections = (teller: Teller, overdueLetters: ReadonlySet<string>): void => {
  harmless(teller);
  registersAfterJune(teller);
  datesAfterTheList(teller, overdueLetters);
  afterReconciliation(teller);
};
