import * as fc from 'fast-check';
import { afterParameter, cursorText, pageOf, readCursor, resume } from './cursor';
import { choiceParameter, integerParameter } from './parameter';
import { momentParameters } from './moment';
import { Problems } from './problems';
import { rawParameters, readParameters } from './read-parameters';

const parameters = { state: choiceParameter('state', '', ['open', 'closed']), limit: integerParameter('limit', '', 1, 10), after: afterParameter, ...momentParameters };
const question = { asOf: '2020-10-26', position: '00000000000000000017', state: 'open' };
const resumed = (search: string) => {
  const problems = new Problems();
  const given = readParameters(rawParameters(search), parameters, problems);
  const result = resume(given, parameters, problems);
  problems.refuseIfAny();
  return result;
};
const after = (cursor: unknown): string => `after=${Buffer.from(JSON.stringify(cursor)).toString('base64url')}`;

describe('a cursor', () => {
  it('gives back what it was made of', () => fc.assert(fc.property(fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }), fc.nat(), (asked, offset) => {
    fc.pre(!Object.hasOwn(asked, '__proto__'));
    expect(readCursor(cursorText({ question: asked, offset }))).toEqual({ question: asked, offset });
  })));

  it('is not any text', () => fc.assert(fc.property(fc.string(), (text) => {
    expect(() => readCursor(text)).not.toThrow();
  })));

  it('brings its whole question with it', () =>
    expect(resumed(`after=${cursorText({ question, offset: 3 })}`)).toMatchObject({ offset: 3, ceiling: question.position, asked: question }));

  it('stands beside the same parameters, and beside another size of page', () =>
    expect(resumed(`after=${cursorText({ question, offset: 3 })}&state=open&asOf=2020-10-26&limit=2`)).toMatchObject({ offset: 3, asked: { ...question, limit: 2 } }));

  it.each([
    ['of another question', `after=${cursorText({ question, offset: 3 })}&state=closed`], ['without a place', after([{ asOf: '2020-10-26' }, 1])],
    ['with a parameter that is none', after([{ ...question, mood: 'good' }, 1])], ['with an impossible value', after([{ ...question, asOf: '2020-02-30' }, 1])],
    ['with half an item', after([question, 0.5])], ['before the first item', after([question, -1])], ['of nothing', after(null)], ['of a list', after([[], 1])],
  ])('is refused %s', (_what, search) =>
    expect(() => resumed(search)).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ parameter: 'after' })] })));
});

describe('a page', () => {
  it('holds every item once from the first page to the last', () => fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (all, limit) => {
    const found: number[] = [];
    for (let offset: number | undefined = 0; offset !== undefined;) {
      const page: { readonly items: readonly number[]; readonly next: string | null } = pageOf(all, offset, limit, question);
      found.push(...page.items);
      offset = page.next === null ? undefined : readCursor(page.next)?.offset;
    }
    expect(found).toEqual(all);
  })));
});
