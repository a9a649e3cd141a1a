import { contractOf, eventTypes, readMessage, typeOfCe, type CloudEvent } from '@netral/contracts';
import {
  type RuleEvent, type Rulebook, calendar, dayOf, dueDay, emptyRulebook, evolveRulebook, isoOf, jakartaDayOf, latestSeason, mayState, rule, ruleAdoption,
  ruleInForce, rules, rulebookKnownAt,
} from '@netral/domain';
import { jointMessages2020 } from './joint-messages-2020';

const messages = jointMessages2020();
const statementOf = ({ type, data }: CloudEvent) => ({ type: typeOfCe(type)!, data }) as RuleEvent;
const book: Rulebook = messages.reduce((before, { recordedAt, message }, ordinal) => evolveRulebook(before, {
  ...statementOf(message), ordinal, position: String(ordinal).padStart(20, '0'), recordedOn: jakartaDayOf(Date.parse(recordedAt)),
}), emptyRulebook);
const knownOn = (day: string): Rulebook => rulebookKnownAt(book, messages.filter(({ recordedAt }) => jakartaDayOf(Date.parse(recordedAt)) <= dayOf(day)).length - 1);
const offDays = (version: number) => [...calendar(book, 'id-2020', version)!.offDays].map(isoOf);
const due = (id: string, start: string, known: string) => isoOf(dueDay(rule(book, id)!, dayOf(start), calendar(knownOn(known), 'id-2020')));

describe("the operator's messages for 2020", () => {
  it('come in the order of recording, from midnight in Jakarta of the first of January', () => {
    const instants = messages.map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual([...instants].sort());
    expect(instants[0]).toBe('2019-12-31T17:00:00.000Z');
    for (const instant of instants) expect(new Date(instant).toISOString()).toBe(instant);
  });

  it('have ids of their own, which are the same each time', () => {
    expect(new Set(messages.map(({ message }) => message.id)).size).toBe(messages.length);
    expect(jointMessages2020()).toEqual(messages);
    expect(messages.map(({ message }) => message.id).sort()[0]).toBe('joint-2020-001');
  });

  it('are of the joint decision, and each is one that we would adopt', () => {
    messages.map(({ message }) => statementOf(message)).reduce((before, statement) => {
      expect(contractOf(statement.type)!.role).toBe('joint');
      return ruleAdoption.decide(statement, before).reduce(ruleAdoption.evolve, before);
    }, ruleAdoption.initialState());
  });

  it('keep to their contracts', () => {
    for (const { message } of messages) expect(readMessage(JSON.parse(JSON.stringify(message)))).toMatchObject({ ok: true });
  });

  it('open a synthetic season by the region codes of 2019', () =>
    expect(latestSeason(book)).toMatchObject({ id: 'pilkada-2020', regionEdition: '2019', synthetic: true }));
});

describe('the deadline rules of 2020', () => {
  it('in force are fourteen calendar days for a PPK and three after receipt for a regional head', () => {
    for (const day of ['2020-01-01', '2020-04-15', '2020-12-31']) {
      expect(ruleInForce(book, 'recommendation', dayOf(day))).toMatchObject({ id: 'ppk-14-calendar', days: 14, dayKind: 'calendar', from: 'issued' });
      expect(ruleInForce(book, 'reprimand', dayOf(day))).toMatchObject({ id: 'reprimand-3-calendar', days: 3, dayKind: 'calendar', from: 'delivered' });
    }
  });

  it('hold every other reading to be asked for', () =>
    expect(rules(book).filter(({ validFrom }) => validFrom === null).map(({ id }) => id).sort()).toEqual([
      'ppk-10-calendar', 'ppk-10-calendar-delivered', 'ppk-10-working', 'ppk-10-working-delivered',
      'ppk-14-calendar-delivered', 'ppk-14-working', 'ppk-14-working-delivered', 'reprimand-3-working',
    ]));

  it('make the letter of 15 April due from 25 April to 6 May, by the rule read', () =>
    expect(['ppk-10-calendar', 'ppk-14-calendar', 'ppk-10-working', 'ppk-14-working'].map((id) => due(id, '2020-04-15', '2020-11-02')))
      .toEqual(['2020-04-25', '2020-04-29', '2020-04-29', '2020-05-06']));

  it('make the reprimand of 27 October due on 30 October in calendar days and on 4 November in working days', () => {
    expect(due('reprimand-3-calendar', '2020-10-27', '2020-11-02')).toBe('2020-10-30');
    expect(due('reprimand-3-working', '2020-10-27', '2020-11-02')).toBe('2020-11-04');
    expect(due('reprimand-3-working', '2020-10-27', '2020-03-01')).toBe('2020-11-02');
  });
});

describe('the holidays of 2020', () => {
  it('are known on 2 November in their fourth version, and in six by the end of the year', () => {
    const versions = ['2020-01-01', '2020-03-09', '2020-04-09', '2020-05-20', '2020-11-02', '2020-11-27', '2020-12-31']
      .map((day) => calendar(knownOn(day), 'id-2020')!.version);
    expect(versions).toEqual([1, 2, 3, 4, 4, 5, 6]);
  });

  it('change by each decree as published', () => {
    const change = (version: number) => {
      const [before, after] = [new Set(offDays(version - 1)), new Set(offDays(version))];
      return { added: [...after].filter((day) => !before.has(day)), removed: [...before].filter((day) => !after.has(day)) };
    };
    expect(offDays(1)).toHaveLength(20);
    expect(change(2)).toEqual({ added: ['2020-05-28', '2020-05-29', '2020-08-21', '2020-10-30'], removed: [] });
    expect(change(3)).toEqual({
      added: ['2020-10-28', '2020-12-28', '2020-12-29', '2020-12-30', '2020-12-31'], removed: ['2020-05-26', '2020-05-27', '2020-05-28', '2020-05-29'],
    });
    expect(change(4)).toEqual({ added: [], removed: ['2020-05-22'] });
    expect(change(5)).toEqual({ added: ['2020-12-09'], removed: [] });
    expect(change(6)).toEqual({ added: [], removed: ['2020-12-28', '2020-12-29', '2020-12-30'] });
  });
});

describe('the authorities of 2020', () => {
  const roles = [['bawaslu', 'bawaslu'], ['kasn', 'recommender'], ['ppk', 'ppk'], ['bkn', 'bkn'], ['kemendagri', 'kemendagri']] as const;

  it.each(roles)('let %s state every fact of its role on every day of the year', (agency, role) => {
    for (const type of eventTypes.filter((each) => contractOf(each)!.role === role)) {
      for (const day of ['2020-01-01', '2020-09-09', '2020-09-10', '2020-12-31']) {
        expect(mayState(knownOn(day), { agency }, type, ['74.07'], dayOf(day))).toBe(true);
      }
    }
  });

  it('hand the recommender over from KASN to BKN in August 2024', () => {
    const may = (agency: string, day: string) => mayState(book, { agency }, 'RecommendationIssued', ['74.07'], dayOf(day));
    expect([may('kasn', '2024-08-23'), may('bkn', '2024-08-24')]).toEqual([true, true]);
    expect(may('kasn', '2024-08-24')).toMatchObject({ code: 'authority-expired' });
    expect(may('bkn', '2020-10-01')).toMatchObject({ code: 'authority-not-yet-valid' });
  });
});
