import { type Day, day, hoursAfter, isoDay, startOf } from '../../calendar';
import type { Letter, LetterPerson, Story } from '../../story/model';
import { recordOf } from '../bkn';
import type { Fact, Teller } from '../teller';
import { some } from './repeats';

const soon = (teller: Teller, on: Day): number => hoursAfter(startOf(on), 12) + teller.random.int(0, 40 * 3_600_000);
const only = (letter: Letter): LetterPerson => letter.persons[0] as LetterPerson;

const sanction = (teller: Teller, letter: Letter, on: Day, subject: string, persons: readonly LetterPerson[]): void => {
  teller.state({
    agency: 'ppk',
    employer: letter.employer,
    type: 'SanctionImposed',
    subject,
    on,
    arrives: soon(teller, on),
    data: {
      recommendationId: subject,
      employer: letter.employer,
      imposedOn: isoDay(on),
      decreeNumber: `SK.800/${teller.next('decree')}/SINTETIS/2020`,
      decreeDate: isoDay(on),
      sanction: 'discipline-light',
      persons: persons.map(({ person }) => teller.person(person)),
    },
  });
};

/** PPKs who act on letters that nobody wrote, on persons whom no letter names, or once more after all is done; and years mistyped. */
const ofPpks = (teller: Teller, letters: readonly Letter[]): void => {
  const { random, suffix } = teller;
  const closed = random.sample(
    letters.filter(({ group, persons }) => group === 'closed' && persons.every(({ settledOn }) => settledOn !== undefined)),
    12,
  );
  closed
    .slice(0, 3)
    .forEach((letter, index) =>
      sanction(teller, letter, day('2020-09-01') + index * 9, `R-99${index + 1}.TIDAK-ADA.2020${suffix}`, [only(letter)]),
    );
  const others = closed.slice(3, 6);
  others.forEach((letter, index) => {
    const stranger = closed[6 + index] as Letter;
    if (!letter.persons.some(({ person }) => person.identity === only(stranger).person.identity))
      sanction(teller, letter, Math.max(letter.issuedOn + 5, day('2020-08-10')), letter.id, [only(stranger)]);
  });
  for (const letter of closed.slice(9)) {
    const on = Math.max(...letter.persons.map(({ settledOn }) => settledOn ?? 0)) + random.int(3, 20);
    teller.state({
      agency: 'ppk',
      employer: letter.employer,
      type: 'FollowUpStarted',
      subject: letter.id,
      on,
      arrives: soon(teller, on),
      data: { recommendationId: letter.id, employer: letter.employer, startedOn: isoDay(on) },
    });
  }
  for (const letter of random.sample(
    letters.filter(({ group }) => group === 'overdue'),
    2,
  )) {
    const typed = day('2021-01-12') + random.int(0, 20);
    teller.state({
      agency: 'ppk',
      employer: letter.employer,
      type: 'RecommendationDisputed',
      subject: letter.id,
      on: typed,
      arrives: soon(teller, day('2020-10-12') + random.int(0, 9)),
      data: {
        recommendationId: letter.id,
        employer: letter.employer,
        disputedOn: isoDay(typed),
        argument: 'Keberatan, tanggal salah ketik (teks sintetis).',
      },
    });
  }
};

/** Proofs of receipt dated before the letter. */
const ofRecommender = (teller: Teller, letters: readonly Letter[]): void => {
  for (const { id, employer, issuedOn } of teller.random.sample(
    letters.filter(({ issuedOn: on }) => on > day('2020-02-20')),
    3,
  )) {
    const on = issuedOn - teller.random.int(1, 4);
    teller.state({
      agency: 'kasn',
      type: 'RecommendationDelivered',
      subject: id,
      on,
      arrives: soon(teller, issuedOn + 3),
      data: { recommendationId: id, employer, receivedOn: isoDay(on), receivedBy: 'Petugas persuratan (sintetis)', proof: 'hand' },
    });
  }
};

/** A lift of what was never blocked, and blocks of what is blocked. */
const ofBkn = (teller: Teller, { letters, blocks }: Story): void => {
  const { random } = teller;
  const tell = (kind: 'block' | 'lift', letter: Letter, subject: LetterPerson, on: Day, scope: string, document: string): void => {
    const own = kind === 'block' ? { blockedOn: isoDay(on), ground: 'not-followed-up' } : { liftedOn: isoDay(on), ground: 'error' };
    teller.state({
      agency: 'bkn',
      type: kind === 'block' ? 'PersonnelDataBlocked' : 'PersonnelDataUnblocked',
      subject: recordOf(subject.person.identity),
      on,
      arrives: soon(teller, on),
      data: {
        person: teller.person(subject.person),
        employer: letter.employer,
        office: 'pusat',
        scope,
        recommendationId: letter.id,
        document,
        ...own,
      },
    });
  };
  const blocked = new Set(blocks.map(({ subject }) => subject.person.identity));
  const free = letters.filter((letter) => letter.group === 'closed' && !blocked.has(only(letter).person.identity));
  random
    .sample(free, 2)
    .forEach((letter, index) =>
      tell('lift', letter, only(letter), day('2020-11-10') + index, 'both', `Nota buka blokir X-${index + 1}/SINTETIS/2020`),
    );
  const standing = blocks.filter(({ liftedOn, late, blockedOn }) => liftedOn === undefined && !late && blockedOn < day('2020-11-10'));
  random
    .sample(standing, 2)
    .forEach((each, index) =>
      tell(
        'block',
        each.letter,
        each.subject,
        each.blockedOn + random.int(4, 10),
        each.scope,
        `Nota blokir ganda X-${index + 1}/SINTETIS/2020`,
      ),
    );
};

/** Second statements of the same thing under a new message id: the first in the log stands. */
const restatements = (teller: Teller): void => {
  const again = (fact: Fact): void => {
    const { agency, employers, type, version, on, message } = fact;
    const { season: _season, ...data } = message.data;
    teller.state({
      agency,
      type,
      version,
      on,
      subject: message.subject,
      data,
      ...(employers?.[0] === undefined ? {} : { employer: employers[0] }),
      arrives: fact.at + teller.random.int(3_600_000, 12 * 86_400_000),
    });
  };
  const untouched = (fact: Fact): boolean => fact.on < day('2020-10-01');
  for (const type of ['ViolationReported', 'ComplaintRegistered', 'RecommendationIssued'] as const)
    some(teller, type, untouched).slice(0, 2).forEach(again);
  some(teller, 'SanctionImposed', (fact) => untouched(fact) && fact.message.data['persons'] !== undefined)
    .slice(0, 2)
    .forEach(again);
  some(teller, 'PersonnelDataBlocked').slice(0, 1).forEach(again);
};

/** A few contradictions of each kind: recorded as said, and shown. */
export const tellAnomalies = (teller: Teller, story: Story): void => {
  restatements(teller);
  ofPpks(teller, story.letters);
  ofRecommender(teller, story.letters);
  ofBkn(teller, story);
};
