import type { Fact, Teller } from '../teller';

/** The same message again, to the last character, hours or days later: networks and clerks do that. */
export const tellRepeats = (teller: Teller, count: number): void => {
  for (const { at, agency, employers, message } of teller.random.sample(teller.facts, count)) {
    const again = at + teller.random.int(60_000, 5 * 86_400_000);
    teller.others.push({ at: again, agency, ...(employers === undefined ? {} : { employers }), message });
  }
};

/** Facts of one type that suit, in an order of chance. */
export const some = (teller: Teller, type: Fact['type'], fits: (fact: Fact) => boolean = () => true): Fact[] =>
  teller.random.shuffled(teller.facts.filter((fact) => fact.type === type && fits(fact)));
