import fc from 'fast-check';
import { dayText, EMPLOYERS, SEASON } from './history';
import type { OracleQuestion } from './raw-event';

const employerDimensions = ['employer', 'employerKind', 'regionType', 'province'];
const letterDimensions = ['employer', 'province', 'sanction', 'class', 'day'];
const blockDimensions = ['office', 'scope', 'ground', 'employer'];

/** What each figure may be asked by the oracle: units, dimensions, registers. */
const asked: Readonly<Record<string, { units: readonly string[]; by: readonly string[]; registers?: readonly string[]; flow?: boolean; rules?: boolean }>> = {
  reported: { units: ['persons', 'reports'], by: [...employerDimensions, 'category', 'positionGroup', 'day'], registers: ['bawaslu', 'recommender'] },
  violations: { units: ['violations'], by: ['category', 'positionGroup', 'province'], registers: ['bawaslu', 'recommender'] },
  dismissed: { units: ['reports', 'persons'], by: ['reason', 'day'] },
  forwarded: { units: ['reports', 'persons'], by: ['day'] },
  returned: { units: ['reports', 'persons'], by: ['reason', 'day'] },
  'not-proven': { units: ['reports', 'persons'], by: ['reason', 'day'] },
  recommended: { units: ['persons', 'recommendations'], by: letterDimensions },
  settled: { units: ['persons', 'recommendations'], by: [...letterDimensions, 'sanctionImposed'] },
  pending: { units: ['persons', 'recommendations'], by: letterDimensions },
  'in-process': { units: ['persons', 'recommendations'], by: letterDimensions },
  overdue: { units: ['recommendations', 'persons', 'regions'], by: [...employerDimensions, 'ageBand'], rules: true },
  blocked: { units: ['personnel-records'], by: blockDimensions },
  blocks: { units: ['personnel-records'], by: blockDimensions, flow: true },
  unblocks: { units: ['personnel-records'], by: blockDimensions, flow: true },
  anomalies: { units: ['count'], by: ['kind', 'agency'] },
};

/** Random questions about a log of `length` events. */
export const questionsAbout = (length: number): fc.Arbitrary<OracleQuestion> =>
  fc.constantFrom(...Object.keys(asked)).chain((figure) => {
    const may = asked[figure]!;
    return fc.record({
      figure: fc.constant(figure),
      unit: fc.constantFrom(...may.units),
      season: fc.constant(SEASON),
      asOf: fc.integer({ min: 0, max: 90 }).map(dayText),
      known: fc.integer({ min: 8, max: length }),
      by: fc.uniqueArray(fc.constantFrom(...may.by), { maxLength: 2 }),
      filters: may.by.includes('employer') ? fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constantFrom(...EMPLOYERS).map((employer) => ({ employer: [employer] })) }) : fc.constant({}),
      ...(may.registers === undefined ? {} : { register: fc.constantFrom(...may.registers) }),
      ...(may.rules === true ? { rule: fc.constantFrom('in-force', 'in-force-rule', 'later-rule', 'delivered-working'), calendar: fc.constantFrom('known', 'id-2020@1', 'id-2020@2') } : {}),
      span: fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 20 })),
    }).map(({ span: [from, days], ...question }) => (may.flow === true ? { ...question, from: dayText(from), until: dayText(from + days) } : question));
  }) as fc.Arbitrary<OracleQuestion>;
