import { day, endOf, hoursAfter, isoDay, startOf } from '../../calendar';
import type { Letter, Person } from '../../story/model';
import { categoryAs } from '../bawaslu';
import type { Teller } from '../teller';
import { retract } from './corrections';

/** Entries made by mistake and taken back before anybody printed a count: they stand in the log and count for nothing. */
export const tellDuplicates = (teller: Teller, letters: readonly Letter[]): void => {
  const { random, suffix } = teller;
  const chosen = random.sample(
    letters.filter(({ group, period }) => group === 'overdue' && period === 1),
    6,
  );
  chosen.forEach((letter, index) => {
    const on = day('2020-08-03') + random.int(0, 20);
    const { person } = letter.persons[0] as Letter['persons'][0];
    const employer = letter.employer;
    const at = hoursAfter(startOf(on), 30) + random.int(0, 3_599_999);
    const back = at + random.int(86_400_000, 9 * 86_400_000);
    if (index < 3) {
      const id = `ADU-2020-D${index + 1}${suffix}`;
      const fact = teller.state({
        agency: 'kasn',
        type: 'ComplaintRegistered',
        subject: id,
        on,
        arrives: at,
        data: {
          complaintId: id,
          registeredOn: isoDay(on),
          origin: 'public',
          categories: [categoryAs('kasn', 'sosmed')],
          persons: [{ ...teller.person(person), employer, positionGroup: person.position }],
        },
      });
      // Of one, the retraction arrives before what it retracts.
      retract(teller, fact, index === 0 ? at - 3_600_000 : back);
    } else {
      const fact = teller.state({
        agency: 'ppk',
        employer,
        type: 'SanctionImposed',
        subject: letter.id,
        on: Math.max(on, letter.issuedOn + 5),
        arrives: endOf(Math.max(on, letter.issuedOn + 5) + 1),
        data: {
          recommendationId: letter.id,
          employer,
          imposedOn: isoDay(Math.max(on, letter.issuedOn + 5)),
          decreeNumber: `SK.800/${teller.next('decree')}/SINTETIS/2020`,
          decreeDate: isoDay(Math.max(on, letter.issuedOn + 5)),
          sanction: 'moral-open',
          persons: letter.persons.map((each): { person: Person } => each).map((each) => teller.person(each.person)),
        },
      });
      retract(teller, fact, fact.at + random.int(86_400_000, 6 * 86_400_000), 'Salah pegawai (teks sintetis).');
    }
  });
};
