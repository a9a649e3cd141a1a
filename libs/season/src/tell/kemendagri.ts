import { type Day, day, endOf, hoursAfter, isoDay as isoOf, startOf } from '../calendar';
import { officeTitle } from '../employers';
import { SEASON } from '../plan/season-2020.plan';
import type { Letter, SanctionKind } from '../story/model';
import { type Teller, whenever } from './teller';

const CUT_OFF = day('2020-10-26');
const DRAWN = day('2020-10-27');
/** The acting mayor of Bontang said on 2 November that the letter had not come. */
const LATE_POST = { employer: '64.74', receivedOn: day('2020-11-04') } as const;
const PPK_DAYS = 14;
const weight: readonly SanctionKind[] = ['moral-closed', 'moral-open', 'discipline-light', 'discipline-medium', 'discipline-heavy'];

const heaviest = ({ persons }: Letter): SanctionKind =>
  persons
    .filter(({ withdrawnOn }) => withdrawnOn === undefined)
    .map(({ sanction }) => sanction)
    .reduce((worst, sanction) => (weight.indexOf(sanction) > weight.indexOf(worst) ? sanction : worst), 'moral-closed');

/** Governors first, then bupati, then mayors, by name of the office. */
const byOffice = (a: string, b: string): number => {
  const rank = (code: string): number => (code.length === 2 ? 0 : Number(code.slice(3)) < 70 ? 1 : 2);
  return rank(a) - rank(b) || (officeTitle(a) < officeTitle(b) ? -1 : officeTitle(a) > officeTitle(b) ? 1 : 0);
};

const drawList = (teller: Teller, id: string, letters: readonly Letter[]): void => {
  const entries = letters.map((letter) => ({
    employer: letter.employer,
    office: officeTitle(letter.employer),
    recommendationId: letter.id,
    letterNumber: letter.number,
    issuedOn: isoOf(letter.issuedOn),
    dueOn: isoOf(letter.issuedOn + PPK_DAYS),
    sanction: heaviest(letter),
  }));
  teller.state({
    agency: 'kemendagri',
    type: 'ReprimandListDrawn',
    subject: id,
    on: DRAWN,
    arrives: hoursAfter(startOf(DRAWN), 15) + teller.random.int(0, 3_599_999),
    data: {
      reprimandId: id,
      drawnOn: isoOf(DRAWN),
      cutOff: isoOf(CUT_OFF),
      knownAt: '2020-10-27T12:00:00+07:00',
      rule: { id: 'ppk-14-calendar', version: 1 },
      entries,
    },
  });
};

const answers = [
  'Sanksi sedang diproses (teks sintetis).',
  'Rekomendasi telah ditindaklanjuti sebagian (teks sintetis).',
  'Majelis kode etik sedang dibentuk (teks sintetis).',
];

const tellLetter = (teller: Teller, id: string, employer: string, row: number): void => {
  const { random } = teller;
  const common = (data: object): { reprimandId: string; employer: string } => ({ reprimandId: id, employer, ...data });
  const state = (type: 'ReprimandIssued' | 'ReprimandDelivered' | 'ReprimandAnswered', on: Day, data: object, soon = 12): void => {
    teller.state({
      agency: 'kemendagri',
      type,
      subject: id,
      on,
      arrives: { from: hoursAfter(startOf(on), 9), until: endOf(on + soon) },
      data: common(data),
    });
  };
  teller.state({
    agency: 'kemendagri',
    type: 'ReprimandIssued',
    subject: id,
    on: DRAWN,
    arrives: { from: hoursAfter(startOf(DRAWN), 16.5), until: endOf(day('2020-11-01')) },
    data: common({
      issuedOn: isoOf(DRAWN),
      letterNumber: `700/${row}/SINTETIS/IJ`,
      answerDays: 3,
      answerFrom: 'received',
      signatory: 'Inspektur Jenderal a.n. Menteri Dalam Negeri',
    }),
  });
  if (random.chance(0.06) && employer !== LATE_POST.employer) return;
  const receivedOn =
    employer === LATE_POST.employer
      ? LATE_POST.receivedOn
      : random.weighted([
          [DRAWN, 10],
          [DRAWN + 1, 15],
          [DRAWN + 4, 20],
          [DRAWN + 6, 35],
          [DRAWN + 8, 20],
        ]);
  const proof = random.weighted([
    ['e-office', 55],
    ['post', 35],
    ['hand', 10],
  ]);
  state('ReprimandDelivered', receivedOn, { receivedOn: isoOf(receivedOn), receivedBy: 'Sekretariat daerah (sintetis)', proof });
  if (!random.chance(0.64)) return;
  const answeredOn = receivedOn + random.int(1, 14);
  state('ReprimandAnswered', answeredOn, { answeredOn: isoOf(answeredOn), content: random.pick(answers) }, 20);
};

/** The ministry's round of October: the list as it stood on the 27th, one letter to each regional head, receipts, answers, two escalations. */
export const tellKemendagri = (teller: Teller, letters: readonly Letter[]): void => {
  const id = `${SEASON}-2020-10-26${teller.suffix}`;
  const overdue = letters
    .filter(({ group }) => group === 'overdue')
    .toSorted((a, b) => byOffice(a.employer, b.employer) || a.issuedOn - b.issuedOn);
  drawList(teller, id, overdue);
  const employers = [...new Set(overdue.map(({ employer }) => employer))];
  employers.forEach((employer, index) => tellLetter(teller, id, employer, index + 1));
  const stillOpen = overdue.filter(({ persons }) =>
    persons.some(({ settledOn, withdrawnOn }) => settledOn === undefined && withdrawnOn === undefined),
  );
  for (const employer of teller.random.sample([...new Set(stillOpen.map((letter) => letter.employer))], 2)) {
    const on = day('2020-12-03') + teller.random.int(0, 8);
    teller.state({
      agency: 'kemendagri',
      type: 'ReprimandEscalated',
      subject: id,
      on,
      arrives: whenever(on),
      data: { reprimandId: id, employer, escalatedOn: isoOf(on), to: 'kemenpan-rb', ground: 'not-followed-up' },
    });
  }
};
