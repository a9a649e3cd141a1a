import { windowOf } from '../arrival';
import { day, isoDay as isoOf } from '../calendar';
import { nameOf } from '../people';
import type { Complaint } from '../story/model';
import { categoryAs } from './bawaslu';
import type { Teller } from './teller';

const LAST_DAY = day('2020-12-29');

const tellComplaint = (teller: Teller, complaint: Complaint): void => {
  const { id, registeredOn, period, report, category, persons } = complaint;
  const second = teller.random.chance(0.06) && category !== 'dukung-paslon' ? [categoryAs('kasn', 'dukung-paslon')] : [];
  teller.state({
    agency: 'kasn',
    type: 'ComplaintRegistered',
    subject: id,
    on: registeredOn,
    arrives: windowOf(registeredOn, period),
    data: {
      complaintId: id,
      registeredOn: isoOf(registeredOn),
      origin: report === undefined ? 'public' : 'bawaslu',
      ...(report === undefined ? {} : { reportId: report.id }),
      categories: [categoryAs('kasn', category), ...second],
      persons: persons.map((person) => ({ ...teller.person(person), employer: person.employer, positionGroup: person.position })),
    },
  });
};

const tellExamination = (teller: Teller, { id, registeredOn, persons }: Complaint): void => {
  const on = Math.min(LAST_DAY, registeredOn + teller.random.int(1, 5));
  const [first] = persons;
  const explanation =
    teller.random.chance(0.1) && first !== undefined ? { explanation: `Klarifikasi terhadap ${nameOf(first.identity)} dijadwalkan.` } : {};
  teller.state({
    agency: 'kasn',
    type: 'ExaminationOpened',
    subject: id,
    on,
    data: { complaintId: id, openedOn: isoOf(on), ...explanation },
  });
};

const tellReturn = (teller: Teller, { id, registeredOn }: Complaint): void => {
  const on = Math.min(LAST_DAY, registeredOn + teller.random.int(3, 12));
  const reason = teller.random.weighted([
    ['no-study', 65],
    ['incomplete', 22],
    ['outside-authority', 13],
  ]);
  teller.state({ agency: 'kasn', type: 'ReportReturned', subject: id, on, data: { complaintId: id, returnedOn: isoOf(on), reason } });
};

const tellNotProven = (teller: Teller, { id, registeredOn, persons }: Complaint): void => {
  const on = Math.min(LAST_DAY, registeredOn + teller.random.int(12, 38));
  const reason = teller.random.weighted([
    ['not-proven', 55],
    ['insufficient-evidence', 30],
    ['no-violation', 15],
  ]);
  const some = persons.length > 1 && teller.random.chance(0.4) ? { persons: [teller.person(persons[0] as Complaint['persons'][0])] } : {};
  teller.state({
    agency: 'kasn',
    type: 'ViolationNotProven',
    subject: id,
    on,
    data: { complaintId: id, decidedOn: isoOf(on), reason, ...some },
  });
};

/** What the recommender wrote into its own register: complaints, from Bawaslu or from the public, and how they ended there. */
export const tellRegister = (teller: Teller, complaints: readonly Complaint[]): void => {
  for (const complaint of complaints) {
    tellComplaint(teller, complaint);
    const { fate } = complaint;
    if (fate !== 'returned' && fate !== 'waiting' && teller.random.chance(0.94)) tellExamination(teller, complaint);
    if (fate === 'returned') tellReturn(teller, complaint);
    if (fate === 'not-proven') tellNotProven(teller, complaint);
  }
};
