import { type Window, before } from '../arrival';
import { type Day, day, isoDay as isoOf } from '../calendar';
import { officeFor } from '../employers';
import { periods, persons } from '../plan/season-2020.plan';
import type { Block, Letter, Story } from '../story/model';
import { afterReconciliation } from './recommender-letters';
import { type Teller, whenever } from './teller';

const NOVEMBER = periods[3] as (typeof periods)[number];

/** Known when the agencies reconciled their books in December, unless it is told late or happened after. */
const window = (on: Day, late: boolean | undefined): Window =>
  late ? afterReconciliation(whenever(on)) : on <= NOVEMBER.until ? before(whenever(on), NOVEMBER.knownUntil) : whenever(on);

/** BKN's own reference of a record: opaque, no NIP. */
export const recordOf = (identity: number): string => `PNS-REF-${String(700_001 + identity)}`;

const tellBlock = (teller: Teller, block: Block): void => {
  const { letter, subject, office, scope, blockedOn, liftedOn } = block;
  const { identity } = subject.person;
  const ground = block.groundless ? {} : { recommendationId: letter.id };
  const document = (kind: string): string => `${kind} ${teller.next('bkn-document')}/SINTETIS/2020`;
  const common = { employer: letter.employer, office, scope, ...ground };
  teller.state({
    agency: 'bkn',
    type: 'PersonnelDataBlocked',
    subject: recordOf(identity),
    on: blockedOn,
    arrives: window(blockedOn, block.late),
    data: {
      person: teller.person(subject.person),
      ...common,
      blockedOn: isoOf(blockedOn),
      ground: 'not-followed-up',
      document: document('Nota blokir'),
    },
  });
  if (liftedOn === undefined) return;
  teller.state({
    agency: 'bkn',
    type: 'PersonnelDataUnblocked',
    subject: recordOf(identity),
    on: liftedOn,
    arrives: window(liftedOn, block.liftLate),
    data: {
      person: teller.person(subject.person),
      ...common,
      liftedOn: isoOf(liftedOn),
      ground: subject.settledOn === undefined ? 'error' : 'followed-up',
      document: document('Nota buka blokir'),
    },
  });
};

const tellWarnings = (teller: Teller, letters: readonly Letter[]): void => {
  for (const letter of teller.random.sample(
    letters.filter(({ group }) => group !== 'withdrawn'),
    72,
  )) {
    const on = letter.issuedOn + teller.random.int(3, 12);
    const { person } = letter.persons[0] as Letter['persons'][0];
    const ground = teller.random.weighted([
      ['recommendation', 70],
      ['report', 20],
      ['monitoring', 10],
    ]);
    teller.state({
      agency: 'bkn',
      type: 'EarlyWarningIssued',
      subject: recordOf(person.identity),
      on,
      data: { person: teller.person(person), employer: letter.employer, issuedOn: isoOf(on), office: officeFor(letter.employer), ground },
    });
  }
};

interface Count {
  readonly figure: string;
  readonly unit: string;
  readonly value: number;
}

const submit = (teller: Teller, to: string, on: Day, period: readonly [Day, Day], counts: readonly Count[]): void => {
  const id = `DATA-2020-${String(teller.next('submission')).padStart(3, '0')}${teller.suffix}`;
  teller.state({
    agency: 'bkn',
    type: 'ViolationDataSubmitted',
    subject: id,
    on,
    arrives: before(whenever(on), whenever(on).from + 90_000_000),
    data: { oversightId: id, submittedOn: isoOf(on), to, periodFrom: isoOf(period[0]), periodUntil: isoOf(period[1]), counts },
  });
};

/** Counts that BKN handed to others: one of a quiet month, one with two digits swapped (as the press had it), one of the reconciliation. */
const tellSubmissions = (teller: Teller, { letters }: Story): void => {
  const february = letters.filter(({ issuedOn }) => issuedOn >= day('2020-02-01') && issuedOn <= day('2020-02-29'));
  const inPersons = (figure: string, value: number): Count => ({ figure, unit: 'persons', value });
  const recommendedThen = february.reduce((sum, letter) => sum + letter.persons.length, 0);
  submit(
    teller,
    'kemenpan-rb',
    day('2020-09-15'),
    [day('2020-02-01'), day('2020-02-29')],
    [inPersons('recommended', recommendedThen), { figure: 'recommended', unit: 'recommendations', value: february.length }],
  );
  submit(teller, 'kasn', day('2020-11-05'), [day('2020-01-01'), day('2020-11-05')], [inPersons('reported', 872)]);
  const [reported, recommended, settled] = [persons.reported[3], persons.recommended[3], persons.settled[3]];
  submit(
    teller,
    'kemenpan-rb',
    day('2020-11-27'),
    [day('2020-01-01'), day('2020-11-26')],
    [
      inPersons('reported', reported),
      inPersons('recommended', recommended),
      inPersons('settled', settled),
      inPersons('pending', recommended - settled),
    ],
  );
};

const tellPresident = (teller: Teller, letters: readonly Letter[]): void => {
  const unheard = letters.filter(
    ({ group, issuedOn, persons: all }) =>
      group === 'overdue' && issuedOn < day('2020-09-01') && all.some(({ settledOn }) => settledOn === undefined),
  );
  const [letter] = teller.random.sample(unheard, 1);
  if (letter === undefined) return;
  const id = `PRES-2020-001${teller.suffix}`;
  teller.state({
    agency: 'bkn',
    type: 'PresidentialRecommendationMade',
    subject: id,
    on: day('2020-12-14'),
    data: {
      oversightId: id,
      madeOn: '2020-12-14',
      addressee: 'Presiden Republik Indonesia',
      employer: letter.employer,
      ground: 'not-followed-up',
      recommendationId: letter.id,
    },
  });
};

/** BKN's four roles: early warning, block and lift, submission of data, recommendation to the President. */
export const tellBkn = (teller: Teller, story: Story): void => {
  for (const block of story.blocks) tellBlock(teller, block);
  tellWarnings(teller, story.letters);
  tellSubmissions(teller, story);
  tellPresident(teller, story.letters);
};
