import type { EventData } from '@netral/contracts';

type Days = EventData<'HolidayCalendarAdopted'>['days'];
type Kind = Days[number]['kind'];

/** One decree on holidays and joint leave, with the whole of the year as it then stood. */
export interface HolidayDecree {
  readonly adoptedOn: string;
  readonly basis: string;
  readonly days: Days;
}

const day = (date: string, kind: Kind, id: string, en: string): Days[number] => ({ date: `2020-${date}`, kind, label: { id, en } });
const holiday = (date: string, id: string, en: string): Days[number] => day(date, 'holiday', id, en);
const leave = (date: string, id: string, en: string): Days[number] => day(date, 'joint-leave', `Cuti bersama ${id}`, `Joint leave, ${en}`);
const eid = (date: string): Days[number] => leave(date, 'Idulfitri', 'Eid al-Fitr');
const newHijriYear = leave('08-21', 'Tahun Baru Islam', 'Islamic New Year');
const mawlid = (date: string): Days[number] => leave(date, 'Maulid Nabi', "the Prophet's birthday");
const christmas = leave('12-24', 'Natal', 'Christmas');

const holidays: Days = [
  holiday('01-01', 'Tahun Baru Masehi', "New Year's Day"),
  holiday('01-25', 'Tahun Baru Imlek', 'Chinese New Year'),
  holiday('03-22', 'Isra Mikraj', 'Isra and Miraj'),
  holiday('03-25', 'Hari Suci Nyepi', 'Day of Silence (Nyepi)'),
  holiday('04-10', 'Wafat Isa Almasih', 'Good Friday'),
  holiday('05-01', 'Hari Buruh Internasional', 'Labour Day'),
  holiday('05-07', 'Hari Raya Waisak', 'Vesak'),
  holiday('05-21', 'Kenaikan Isa Almasih', 'Ascension of Jesus'),
  holiday('05-24', 'Idulfitri 1441 H', 'Eid al-Fitr'),
  holiday('05-25', 'Idulfitri 1441 H', 'Eid al-Fitr'),
  holiday('06-01', 'Hari Lahir Pancasila', 'Pancasila Day'),
  holiday('07-31', 'Iduladha 1441 H', 'Eid al-Adha'),
  holiday('08-17', 'Hari Kemerdekaan', 'Independence Day'),
  holiday('08-20', 'Tahun Baru Islam 1442 H', 'Islamic New Year'),
  holiday('10-29', 'Maulid Nabi Muhammad', "The Prophet's birthday"),
  holiday('12-25', 'Hari Raya Natal', 'Christmas Day'),
];
const votingDay = holiday('12-09', 'Hari pemungutan suara', 'Voting day');

const inOrder = (...days: readonly Days[number][]): Days => [...holidays, ...days].sort((a, b) => (a.date < b.date ? -1 : 1));
const mayLeave = [eid('05-26'), eid('05-27')];
const movedToDecember = [eid('12-28'), eid('12-29'), eid('12-30')];
const autumn = [newHijriYear, mawlid('10-30'), christmas];
const decree = 'Keputusan Bersama Menteri Agama, Menteri Ketenagakerjaan dan Menteri PANRB';

/**
 * The decree of 2020 and its changes, oldest first. What of it was confirmed where: docs/reference/holidays-2020.md. The President's
 * decree on joint leave of civil servants (Keppres 17/2020, 18 August) names the days of the fourth and so is no version of its own.
 */
export const holidayDecrees2020: readonly HolidayDecree[] = [
  {
    adoptedOn: '2019-08-28', basis: `${decree} 728/2019, 213/2019, 01/2019`,
    days: inOrder(eid('05-22'), ...mayLeave, christmas),
  },
  {
    adoptedOn: '2020-03-09', basis: `${decree} 174/2020, 01/2020, 01/2020`,
    days: inOrder(eid('05-22'), ...mayLeave, eid('05-28'), eid('05-29'), ...autumn),
  },
  {
    adoptedOn: '2020-04-09', basis: `${decree} 391/2020, 02/2020, 02/2020`,
    days: inOrder(eid('05-22'), mawlid('10-28'), ...autumn, ...movedToDecember, eid('12-31')),
  },
  {
    adoptedOn: '2020-05-20', basis: `${decree} 440/2020, 03/2020, 03/2020`,
    days: inOrder(mawlid('10-28'), ...autumn, ...movedToDecember, eid('12-31')),
  },
  {
    adoptedOn: '2020-11-27', basis: 'Keputusan Presiden 22/2020: hari pemungutan suara sebagai hari libur nasional',
    days: inOrder(mawlid('10-28'), ...autumn, votingDay, ...movedToDecember, eid('12-31')),
  },
  {
    adoptedOn: '2020-12-01', basis: `${decree} 744/2020, 05/2020, 06/2020; Keputusan Presiden 22/2020`,
    days: inOrder(mawlid('10-28'), ...autumn, votingDay, eid('12-31')),
  },
];
