import { isDay, isInstant } from '../format/days';
import type { Language } from '../words/language';

export const views = ['overview', 'funnel', 'breakdown', 'blocks', 'anomalies', 'region', 'letter', 'handover'] as const;
export type View = (typeof views)[number];
export const NOW = 'now';

/** Everything that a link says: which question, which view of it, and what is picked out. What is undefined was not said. */
export interface Place {
  readonly view: View;
  readonly lang: Language;
  readonly season: string | undefined;
  readonly asOf: string | undefined;
  /** A day (meaning its end), an instant, or `now`: moving. */
  readonly knownAt: string | undefined;
  readonly province: string | undefined;
  readonly type: string | undefined;
  readonly region: string | undefined;
  readonly letter: string | undefined;
  readonly unit: string | undefined;
  readonly of: string | undefined;
  readonly kind: string | undefined;
}
export type PlaceName = keyof Place;

export interface AddressProblem {
  readonly parameter: string;
  readonly found: string;
  readonly expected: 'day' | 'known' | 'view' | 'language' | 'season' | 'code' | 'once' | 'choice';
}

interface Rule {
  readonly expected: AddressProblem['expected'];
  readonly holds: (text: string) => boolean;
}
const code: Rule = { expected: 'code', holds: (text) => /^[A-Za-z0-9._-]{1,64}$/.test(text) };
const choice = (...values: readonly string[]): Rule => ({ expected: 'choice', holds: (text) => values.includes(text) });
const rules: Readonly<Record<PlaceName, Rule>> = {
  view: { expected: 'view', holds: (text) => (views as readonly string[]).includes(text) },
  lang: { expected: 'language', holds: (text) => text === 'id' || text === 'en' },
  season: { expected: 'season', holds: (text) => /^[a-z0-9][a-z0-9-]{2,39}$/.test(text) },
  asOf: { expected: 'day', holds: isDay },
  knownAt: { expected: 'known', holds: (text) => text === NOW || isDay(text) || isInstant(text) },
  province: code, region: code, letter: code, kind: code,
  type: choice('provinsi', 'kabupaten', 'kota'),
  unit: choice('persons', 'recommendations'),
  of: choice('reported', 'violations', 'recommended', 'pending'),
};
const names = Object.keys(rules) as PlaceName[];
const nowhere: Place = {
  view: 'overview', lang: 'id', season: undefined, asOf: undefined, knownAt: undefined, province: undefined, type: undefined, region: undefined, letter: undefined,
  unit: undefined, of: undefined, kind: undefined,
};

/** Reads a link. What stands there wrongly is named and not guessed at; what the page does not know is left alone. */
export const readPlace = (search: string): { readonly place: Place; readonly problems: readonly AddressProblem[] } => {
  const said = new URLSearchParams(search);
  const problems: AddressProblem[] = [];
  const found: Partial<Record<PlaceName, string>> = {};
  for (const name of names) {
    const [text, ...more] = said.getAll(name);
    if (text === undefined) continue;
    const { expected, holds } = rules[name];
    if (more.length > 0) problems.push({ parameter: name, found: [text, ...more].join(', '), expected: 'once' });
    else if (!holds(text)) problems.push({ parameter: name, found: text, expected });
    else found[name] = text;
  }
  return { place: { ...nowhere, ...found } as Place, problems };
};

/** The link of a place, always written the same way. */
export const searchOf = (place: Place): string => {
  const said = new URLSearchParams();
  for (const name of names) {
    const value = place[name];
    if (value !== undefined && !(name === 'view' && value === 'overview')) said.set(name, value);
  }
  return `?${said.toString()}`;
};
