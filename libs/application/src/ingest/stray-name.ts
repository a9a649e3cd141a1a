import type { CloudEvent, Marks } from '@netral/contracts';
import type { Reason } from './ingest';
import type { OpenedMessage } from './open-message';
import { formsOf, isPlain, wordsOf } from './person-name';

/**
 * Whether a text that would be stored as it is holds the name of one of the message's persons (`a.n. …` in the title of a document,
 * in the subject or the id of the envelope).
 * @param staying the data as the log would hold it
 */
export const strayName = ({ identities }: Pick<Marks, 'identities'>, { id, source, subject }: CloudEvent, staying: unknown): Reason | undefined => {
  const forms = identities.flatMap(({ name }) => (name === undefined ? [] : formsOf(name)));
  const pointer = forms.length === 0 ? undefined : placeOf(forms, { id, source, subject, data: staying });
  return pointer === undefined
    ? undefined
    : { code: 'name-outside-person', pointer, found: 'the name of a person of this message', expected: 'no name: only the field name of a person may hold one' };
};

const placeOf = (forms: readonly string[], whole: unknown): string | undefined => {
  const shortest = Math.min(...forms.map(({ length }) => length)) - 2;
  const within = (value: unknown): string | undefined => {
    if (typeof value === 'string') {
      // Of plain letters no more words can be made than there are: too short a text needs no closer look.
      if (value.length < shortest && isPlain(value)) return undefined;
      const text = wordsOf(value);
      return forms.some((form) => text.includes(form)) ? '' : undefined;
    }
    if (typeof value !== 'object' || value === null) return undefined;
    for (const key in value) {
      const found = within((value as Readonly<Record<string, unknown>>)[key]);
      if (found !== undefined) return `/${key}${found}`;
    }
    return undefined;
  };
  return within(whole);
};

/**
 * A message as the log may say that it was set aside: without its source and id where these hold a name of its own data, whatever
 * else is wrong with that.
 */
export const withoutNames = <M extends OpenedMessage>(message: M): M => {
  const { source, id } = message;
  const forms = namesIn(message.kind === 'refused' ? message.data : message.event.data).flatMap(formsOf);
  return forms.length === 0 || placeOf(forms, { source, id }) === undefined ? message : { ...message, source: null, id: null };
};

/** Every text in a field called `name`: of data that may not keep to its contract. */
const namesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'name' && typeof inner === 'string' ? [inner] : namesIn(inner)));
};
