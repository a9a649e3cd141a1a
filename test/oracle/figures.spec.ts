import fc from 'fast-check';
import { asked, folded, modelsOf } from './answered';
import { histories, prelude } from './history';
import { oracle } from './oracle';
import { questionsAbout } from './questions';

const RUNS = Number(process.env['NETRAL_TEST_ORACLE_RUNS'] ?? 1000);

/** A random log, and questions about it at random days and places in the log. */
const cases = histories.chain((history) => {
  const log = [...prelude, ...history];
  return fc.record({
    log: fc.constant(log),
    batches: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    questions: fc.array(questionsAbout(log.length), { minLength: 12, maxLength: 12 }),
  });
});

describe('every figure, at any day and any place in the log', () => {
  it('equals a plain recomputation from the raw events', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ log, batches, questions }) => {
        const models = await modelsOf(await folded(log, batches), log);
        for (const question of questions) expect({ question, ...asked(question, models) }).toEqual({ question, ...oracle(log, question) });
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
