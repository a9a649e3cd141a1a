import fc from 'fast-check';
import { d, modelsOf, type PlainTables } from './models.builder';
import { NEVER } from '@netral/projections';
import type { PlainRow } from './table.builder';

const first = d('2020-08-25');
const someDay = fc.integer({ min: first, max: first + 40 });
const maybeDay = fc.oneof(someDay, fc.constant(NEVER));
const employer = fc.constantFrom('74.07', '74', '73.71', '75.71', 'pusat.kemenag');
const sanction = fc.constantFrom('moral-closed', 'moral-open', 'discipline-light', 'discipline-heavy');
const positionGroup = fc.constantFrom('jpt', 'fungsional', 'unknown');

const letter = fc.record({
  employer, issuedOn: someDay, deliveredOn: maybeDay,
  persons: fc.array(fc.record({ sanction, sanctionImposed: fc.constantFrom('separated', 'moral-open'), startedOn: maybeDay, settledOn: maybeDay, withdrawnOn: maybeDay }), { minLength: 1, maxLength: 4 }),
});
const matter = fc.record({
  reportedOn: someDay, categories: fc.constantFrom('sosmed', 'sosmed|spanduk', 'spanduk|unknown', 'unknown'), kind: fc.constantFrom('finding', 'report'),
  stage: fc.constant('before-candidates'),
  persons: fc.array(fc.record({ employer, positionGroup, returnedOn: maybeDay, returnReason: fc.constantFrom('no-study', 'other') }), { minLength: 1, maxLength: 4 }),
});
/** Lengths of time a record is blocked and free, in turn. */
const record = fc.record({
  employer, office: fc.constantFrom('pusat', 'kanreg-04'), scope: fc.constantFrom('data', 'both'), ground: fc.constant('not-followed-up'),
  start: someDay, lengths: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
});

const rowsOf = (matters: readonly { persons: readonly object[] }[]): PlainRow[] =>
  matters.flatMap(({ persons, ...own }, doc) => persons.map((person, slot) => ({ ...own, ...person, doc, slot })));

const blocksOf = (records: readonly { start: number; lengths: readonly number[] }[]): Pick<PlainTables, 'blockSpans' | 'blockFlows'> => {
  const [blockSpans, blockFlows]: [PlainRow[], PlainRow[]] = [[], []];
  records.forEach(({ start, lengths, ...own }, doc) => {
    let day = start;
    lengths.forEach((length, slot) => {
      const blocks = slot % 2 === 0;
      if (blocks) blockSpans.push({ ...own, doc, slot, blockedOn: day, untilOn: slot === lengths.length - 1 ? NEVER : day + length });
      blockFlows.push({ ...own, doc, slot, direction: blocks ? 1 : -1, day });
      day += length;
    });
  });
  return { blockSpans, blockFlows };
};

/** For properties: models with some of everything, all known. */
export const randomModels = fc
  .record({ letters: fc.array(letter, { maxLength: 12 }), matters: fc.array(matter, { maxLength: 10 }), records: fc.array(record, { maxLength: 8 }) })
  .map(({ letters, matters, records }) =>
    modelsOf({ letterPersons: rowsOf(letters), complaintPersons: rowsOf(matters), reportPersons: rowsOf(matters), ...blocksOf(records) }),
  );
