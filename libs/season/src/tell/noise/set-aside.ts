import { dataschemaOf } from '@netral/contracts';
import { day, hoursAfter, startOf } from '../../calendar';
import type { Letter, LetterPerson } from '../../story/model';
import type { Fact, Statement, Teller, Told } from '../teller';
import { some } from './repeats';

type Message = Fact['message'];
type Mend = (message: Message) => Message | string;
interface Fault {
  readonly like: Fact['type'];
  readonly agency: string;
  readonly fault: Mend;
}

const withData = (message: Message, data: object): Message => ({ ...message, data: { ...message.data, ...data } });
const eachPerson = (message: Message, change: object): Message =>
  withData(message, { persons: (message.data['persons'] as object[]).map((person) => ({ ...person, ...change })) });
const withId = (message: Message, id: string): Message => ({ ...message, id });

/** Messages with one thing wrong each, made from messages that were right, under ids of their own. */
const faults: readonly Fault[] = [
  { like: 'ViolationReported', agency: 'bawaslu', fault: (message) => ({ ...message, type: 'id.netral.bawaslu.rumour-heard' }) },
  { like: 'ComplaintRegistered', agency: 'kasn', fault: (message) => withData(message, { registeredOn: '2020-02-30' }) },
  { like: 'ComplaintRegistered', agency: 'kasn', fault: (message) => eachPerson(message, { nip: '198013292005011999' }) },
  { like: 'ViolationReported', agency: 'bawaslu', fault: (message) => eachPerson(message, { nip: '1980022920050119' }) },
  { like: 'ViolationReported', agency: 'bawaslu', fault: (message) => eachPerson(message, { employer: '99.01' }) },
  { like: 'ViolationReported', agency: 'bawaslu', fault: (message) => eachPerson(message, { employer: 'Solok' }) },
  { like: 'RecommendationIssued', agency: 'kasn', fault: (message) => withData(message, { persons: [] }) },
  { like: 'SanctionImposed', agency: 'ppk', fault: (message) => withData(message, { sanksi: 'ringan' }) },
  {
    like: 'RecommendationIssued',
    agency: 'kasn',
    fault: (message) => ({ ...message, dataschema: dataschemaOf('RecommendationIssued', 7) }),
  },
  { like: 'PersonnelDataBlocked', agency: 'bkn', fault: (message) => JSON.stringify(message).slice(0, 240) },
  { like: 'ReportForwarded', agency: 'bawaslu', fault: (message) => `${JSON.stringify(message).slice(0, -1)},}` },
];

/** A letter that the recommender never wrote, from Bawaslu; a sanction that one PPK reports for another's letter. */
const forOthers = (teller: Teller, letters: readonly Letter[]): void => {
  const { random } = teller;
  const letter = random.pick(letters.filter(({ employer }) => employer === '74.03'));
  const at = hoursAfter(startOf(day('2020-10-06')), 10) + random.int(0, 3_599_999);
  const statement = (agency: string, employer?: string): Statement => ({
    agency,
    type: 'SanctionImposed',
    subject: letter.id,
    on: day('2020-10-05'),
    version: 1,
    ...(employer === undefined ? {} : { employer }),
    data: {
      recommendationId: letter.id,
      employer: letter.employer,
      imposedOn: '2020-10-05',
      decreeNumber: 'SK.800/X/SINTETIS/2020',
      decreeDate: '2020-10-05',
      sanction: 'moral-open',
      persons: [teller.person((letter.persons[0] as LetterPerson).person)],
    },
  });
  teller.others.push({ at, agency: 'ppk', employers: ['74.13'], message: teller.envelope(statement('ppk', '74.13'), at) });
  teller.others.push({ at: at + 7_200_000, agency: 'bawaslu', message: teller.envelope(statement('bawaslu'), at) });
};

/** The same id with other content: evidence, not a correction. */
const conflicts = (teller: Teller): void => {
  const twisted = (fact: Fact, data: object): Told => ({
    at: fact.at + teller.random.int(3_600_000, 8 * 86_400_000),
    agency: fact.agency,
    ...(fact.employers === undefined ? {} : { employers: fact.employers }),
    message: withData(fact.message, data),
  });
  for (const fact of some(teller, 'SanctionImposed').slice(0, 2))
    teller.others.push(twisted(fact, { sanction: fact.message.data['sanction'] === 'moral-closed' ? 'moral-open' : 'moral-closed' }));
  for (const fact of some(teller, 'ReportDismissed').slice(0, 1))
    teller.others.push(twisted(fact, { reason: fact.message.data['reason'] === 'expired' ? 'duplicate' : 'expired' }));
};

/** What must be set aside: each with a reason, none of it used up. */
export const tellSetAside = (teller: Teller, letters: readonly Letter[]): void => {
  for (const { like, agency, fault } of faults) {
    const [fact] = some(teller, like, ({ version, on }) => version === 2 || on > day('2020-07-01'));
    if (fact === undefined) continue;
    const at = fact.at + teller.random.int(60_000, 3 * 86_400_000);
    teller.others.push({
      at,
      agency,
      ...(fact.employers === undefined ? {} : { employers: fact.employers }),
      message: fault(withId(fact.message, teller.id(agency))),
    });
  }
  forOthers(teller, letters);
  conflicts(teller);
};
