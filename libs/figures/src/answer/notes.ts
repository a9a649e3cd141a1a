import type { Label } from '@netral/contracts';
import { dueDays } from '../deadlines/due-days';
import { letterBooks, openStates, stateSet } from '../things/letter-book';
import type { Known, Moment } from '../things/known';
import { personsShownMin } from '../tally/withhold';

/** What a reader must know beside the numbers. */
export const notesOf = (known: Known, moment: Moment, deadline: boolean, withheld: boolean): readonly Label[] => {
  const { rule, calendar } = known.basis;
  const notes: Label[] = [];
  if (deadline && rule !== 'in-force') {
    notes.push({ id: `Pengandaian: aturan ${rule} bagi semua surat, bukan aturan yang berlaku`, en: `Hypothetical: rule ${rule} for all letters, not the one in force` });
  }
  if (deadline && calendar !== 'known') {
    notes.push({ id: `Pengandaian: kalender ${calendar}, bukan yang diketahui`, en: `Hypothetical: calendar ${calendar}, not the one known` });
  }
  if (deadline) notes.push(...withoutDueDay(moment));
  if (withheld) {
    const least = `${personsShownMin}`;
    notes.push({ id: `Nilai dari kurang dari ${least} orang, dan nilai lain yang akan mengungkapkannya, tidak ditampilkan`, en: `Values of fewer than ${least} persons, and others that would give them away, are withheld` });
  }
  return notes;
};

/** Open letters of the whole season that cannot be overdue on the day, and why. */
const withoutDueDay = (moment: Moment): readonly Label[] => {
  const [due, isOpen] = [dueDays(moment), stateSet(openStates)];
  let [undelivered, unruled] = [0, 0];
  for (const { table, head, letterStates } of letterBooks(moment)) {
    const [issuedOn, deliveredOn] = [table.int('issuedOn'), table.int('deliveredOn')];
    for (let doc = 0; doc < head.length; doc += 1) {
      if (isOpen[letterStates[doc]!] !== 1) continue;
      const row = head[doc]!;
      const missing = due.missing(issuedOn[row]!, deliveredOn[row]!);
      if (missing === 'rule') unruled += 1;
      else if (missing === 'delivery') undelivered += 1;
    }
  }
  const notes: Label[] = [];
  if (undelivered > 0) {
    notes.push({ id: `${undelivered} surat terbuka musim ini belum diketahui diterima, jadi belum jatuh tempo`, en: `${undelivered} open letters of the season are not known to be delivered, so not due yet` });
  }
  if (unruled > 0) {
    notes.push({ id: `${unruled} surat terbuka musim ini tidak mempunyai aturan tenggat pada tanggalnya`, en: `${unruled} open letters of the season have no deadline rule on their date` });
  }
  return notes;
};
