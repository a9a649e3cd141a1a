import { day, startOf } from '../../calendar';
import type { Fact, Teller } from '../teller';

// What is said of a message comes up to a month after it, and the season's books close in early January.
const LAST_REPEATED = startOf(day('2021-01-03'));
const LAST_TOUCHED = startOf(day('2020-12-05'));

/** The same message again, to the last character, hours or days later: networks and clerks do that. */
export const tellRepeats = (teller: Teller, count: number): void => {
  for (const { at, agency, employers, message } of teller.random.sample(teller.facts.filter((fact) => fact.at < LAST_REPEATED), count)) {
    const again = at + teller.random.int(60_000, 5 * 86_400_000);
    teller.others.push({ at: again, agency, ...(employers === undefined ? {} : { employers }), message });
  }
};

/** Facts of one type that suit, in an order of chance; none so late that nothing could be said of it any more. */
export const some = (teller: Teller, type: Fact['type'], fits: (fact: Fact) => boolean = () => true): Fact[] =>
  teller.random.shuffled(teller.facts.filter((fact) => fact.type === type && fact.at < LAST_TOUCHED && fits(fact)));
