import { type Window, after, before, windowOf } from '../arrival';
import { day, endOf, isoDay as isoOf } from '../calendar';
import { officeTitle } from '../employers';
import { nameOf } from '../people';
import { cutOff, periods } from '../plan/season-2020.plan';
import type { Block, Letter } from '../story/model';
import type { Teller } from './teller';

/** The recommender's form of a letter changed in July: until then one that named one person had a field for one. */
const SECOND_FORM = day('2020-07-01');
const ETHICS = 'PP 42/2004 Pasal 15';
const DISCIPLINE = 'PP 53/2010';
const copies = ['Menteri PANRB', 'Menteri Dalam Negeri', 'Kepala BKN', 'Ketua Bawaslu RI'];

/** Whatever keeps a letter on or off the list of 26 October was recorded by that day. */
export const inTimeForTheList = (letter: Letter, window: Window): Window =>
  letter.period < 3 && letter.issuedOn <= cutOff.lastIssue ? before(window, cutOff.knownUntil) : window;

const tellLetter = (teller: Teller, letter: Letter): void => {
  const { id, number, issuedOn, employer, persons, complaints, period } = letter;
  const named = persons.map(({ person, sanction }) => ({
    ...teller.person(person),
    sanction,
    legalBasis: sanction.startsWith('moral') ? ETHICS : DISCIPLINE,
  }));
  const old = issuedOn < SECOND_FORM && named.length === 1;
  const window = inTimeForTheList(letter, windowOf(issuedOn, period));
  const fact = teller.state({
    agency: 'kasn',
    type: 'RecommendationIssued',
    subject: id,
    on: issuedOn,
    version: old ? 1 : 2,
    arrives: letter.slow && letter.arrivedAt !== undefined ? Math.min(letter.arrivedAt, window.until) : window,
    data: {
      recommendationId: id,
      letterNumber: number,
      issuedOn: isoOf(issuedOn),
      employer,
      addressedOffice: officeTitle(employer),
      copiesTo: copies.slice(0, teller.random.int(2, copies.length)),
      reports: complaints.flatMap(({ report }) => (report === undefined ? [] : [report.id])),
      complaints: complaints.map((complaint) => complaint.id),
      ...(old ? { person: named[0] } : { persons: named }),
    },
  });
  letter.arrivedAt = fact.at;
};

const tellDelivery = (teller: Teller, { id, employer, issuedOn }: Letter): void => {
  const { random } = teller;
  const on = issuedOn + random.int(2, 11);
  const proof = random.weighted([
    ['post', 55],
    ['e-office', 33],
    ['hand', 12],
  ]);
  teller.state({
    agency: 'kasn',
    type: 'RecommendationDelivered',
    subject: id,
    on,
    data: {
      recommendationId: id,
      employer,
      receivedOn: isoOf(on),
      proof,
      receivedBy: random.chance(0.3) ? `${nameOf(random.int(0, 900))}, Bagian Umum` : 'Petugas persuratan (sintetis)',
      ...(proof === 'post' ? { proofReference: `RESI-SINTETIS-${teller.next('receipt')}` } : {}),
    },
  });
};

const tellWithdrawals = (teller: Teller, letter: Letter): void => {
  const gone = letter.persons.filter(({ withdrawnOn }) => withdrawnOn !== undefined);
  const on = gone[0]?.withdrawnOn;
  if (on === undefined) return;
  const whole = gone.length === letter.persons.length;
  teller.state({
    agency: 'kasn',
    type: 'RecommendationWithdrawn',
    subject: letter.id,
    on,
    arrives: inTimeForTheList(letter, windowOf(on, letter.period)),
    data: {
      recommendationId: letter.id,
      employer: letter.employer,
      withdrawnOn: isoOf(on),
      reason: 'Bukti baru: bukan pegawai yang dimaksud (teks sintetis).',
      ...(whole ? {} : { persons: gone.map(({ person }) => teller.person(person)) }),
    },
  });
};

const tellBlockRequest = (teller: Teller, letter: Letter, on: number, persons: Letter['persons']): void => {
  const all = persons.length === letter.persons.length;
  teller.state({
    agency: 'kasn',
    type: 'BlockRequested',
    subject: letter.id,
    on,
    data: {
      recommendationId: letter.id,
      employer: letter.employer,
      requestedOn: isoOf(on),
      letterNumber: `B-${3100 + teller.next('block-letter')}/KASN/2020`,
      ground: 'not-followed-up',
      ...(all ? {} : { persons: persons.map(({ person }) => teller.person(person)) }),
    },
  });
};

/** The recommender's letters: issued, mostly delivered, some withdrawn, some followed by a request to block. */
export const tellLetters = (teller: Teller, letters: readonly Letter[], blocks: readonly Block[]): void => {
  for (const letter of letters) {
    tellLetter(teller, letter);
    if (teller.random.chance(0.87)) tellDelivery(teller, letter);
    tellWithdrawals(teller, letter);
  }
  for (const { letter, subject, blockedOn, groundless } of blocks)
    if (!groundless && teller.random.chance(0.85))
      tellBlockRequest(teller, letter, Math.max(letter.issuedOn + 15, blockedOn - teller.random.int(3, 9)), [subject]);
  const unheard = letters.filter(({ group, issuedOn }) => group === 'overdue' && issuedOn < day('2020-08-15'));
  for (const letter of teller.random.sample(unheard, 18))
    tellBlockRequest(teller, letter, teller.random.int(day('2020-09-14'), day('2020-10-20')), letter.persons);
};

/** Letters that will be recorded only after the sanction they led to: a clerk's pile. Said before anything is told. */
export const slowLetters = (teller: Teller, letters: readonly Letter[]): Letter[] => {
  const fits = letters.filter(
    ({ group, period, persons }) => group === 'closed' && period < 2 && persons.every(({ settledIn }) => settledIn === period),
  );
  return teller.random.sample(fits, 14).map((letter) => {
    const window = inTimeForTheList(letter, windowOf(letter.issuedOn, letter.period));
    const settled = Math.max(...letter.persons.map(({ settledOn }) => settledOn ?? letter.issuedOn));
    const from = endOf(settled + 3);
    letter.slow = from < window.until;
    if (letter.slow) letter.arrivedAt = from + teller.random.int(0, Math.min(6 * 86_400_000, window.until - from));
    return letter;
  });
};

/** For facts that must not have been known on an earlier day of print. */
export const afterReconciliation = (window: Window): Window => after(window, (periods[3] as (typeof periods)[number]).knownUntil + 1);
