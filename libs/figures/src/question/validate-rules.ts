import { calendar, calendars, rule, rules, type Rulebook } from '@netral/domain';
import { reference } from '../deadlines/due-days';
import type { Question } from './question';
import type { Problem } from './validate-question';

/** What of the rule and calendar asked for is not known in the book. */
export const validateRules = (asked: Pick<Question, 'rule' | 'calendar'>, book: Rulebook): readonly Problem[] => {
  const found: Problem[] = [];
  if (asked.rule !== 'in-force' && !isKnown(asked.rule, (id, version) => rule(book, id, version)?.appliesTo === 'recommendation')) {
    const known = rules(book).filter(({ appliesTo }) => appliesTo === 'recommendation').map(({ id }) => id);
    found.push({ parameter: 'rule', found: asked.rule, expected: `one of ${['in-force', ...known].join(', ')}, alone or with @ and a version adopted` });
  }
  if (asked.calendar !== 'known' && !isKnown(asked.calendar, (id, version) => version !== undefined && calendar(book, id, version) !== undefined)) {
    const known = calendars(book).map(({ id, version }) => `${id}@1 to ${id}@${version}`);
    found.push({ parameter: 'calendar', found: asked.calendar, expected: `one of ${['known', ...known].join(', ')}` });
  }
  return found;
};

const isKnown = (text: string, known: (id: string, version: number | undefined) => boolean): boolean => {
  const { id, version } = reference(text);
  return /^[^@]+(@[1-9]\d{0,5})?$/.test(text) && known(id, version);
};
