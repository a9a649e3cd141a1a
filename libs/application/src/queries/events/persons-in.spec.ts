import { personsIn } from './persons-in';

const [first, second, third] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`) as [string, string, string];

describe('the persons that an answer names', () => {
  it('are found wherever they stand, each once', () =>
    expect(personsIn({ items: [{ data: { person: { subject: first }, persons: [{ subject: second }, { subject: first }] } }, { persons: [third] }] })).toEqual([first, second, third]));

  it('are not the ids of anything else', () =>
    expect(personsIn({ id: first, messageId: second, subject: 'TM-2020-00019', persons: { recommended: 3 } })).toEqual([]));
});
