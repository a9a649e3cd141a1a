import { categoryOfLabel, resolveEmployer } from '@netral/contracts';
import type { PublishedFigure } from './published';

/** What may be said of a published number; `not reproduced` is a failure. */
export type Verdict =
  'reproduced' | 'held as a rule or role' | 'contradicted by another published figure' | 'outside Netral' | 'not reproduced';

/** Where in an answer the printed number stands. */
export type Place =
  | { readonly at: 'total' }
  | { readonly at: 'size' }
  | { readonly at: 'cell'; readonly dimension: string; readonly code: string }
  | { readonly at: 'rank'; readonly dimension: string; readonly code: string };

/** `percent`: at the precision of print, half up. `cut`: the press cut what should have been rounded. */
export type Comparison = 'exact' | 'percent' | 'cut';

export type Question =
  | {
      readonly kind: 'figure';
      readonly figure: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly place: Place;
      readonly compare: Comparison;
      readonly note?: string;
    }
  | { readonly kind: 'signatories'; readonly note: string }
  | { readonly kind: 'roles'; readonly note: string }
  | { readonly kind: 'outside'; readonly note: string };

const SEASON_FROM = '2020-01-01';
/** Day of two headlines that bear no date; other papers printed them that day. */
const HEADLINES_ON = '2020-10-27';

/** The figure's own question: its day, as known at the end of the day of print. */
const own = ({ asOf, publishedOn }: PublishedFigure): Record<string, string> => ({
  season: 'pilkada-2020',
  asOf: asOf ?? publishedOn,
  knownAt: publishedOn,
});

const total: Place = { at: 'total' };
const figure = (
  name: string,
  parameters: Record<string, string>,
  place: Place = total,
  compare: Comparison = 'exact',
  note?: string,
): Question => ({ kind: 'figure', figure: name, parameters, place, compare, ...(note === undefined ? {} : { note }) });

const registerOf = ({ dimensions }: PublishedFigure): string => (dimensions['agency'] === 'Bawaslu' ? 'bawaslu' : 'recommender');

const employerOf = ({ dimensions }: PublishedFigure): string => {
  const { employer, employerType } = dimensions as { employer: string; employerType: string };
  const resolved = resolveEmployer(employerType === 'instansi pusat' ? employer : `${employerType} ${employer}`, '2019');
  if (!resolved.ok) throw new Error(`no employer is called ${employerType} ${employer}`);
  return resolved.code;
};

const categories: Readonly<Record<string, string>> = {
  'kampanye/sosialisasi di media sosial': 'sosmed',
  'pendekatan ke partai politik untuk pencalonan': 'parpol-dekati',
  'memasang spanduk/baliho bakal calon': 'spanduk',
  'deklarasi sebagai bakal calon': 'deklarasi-diri',
  'menghadiri deklarasi pasangan calon': 'deklarasi-hadir',
  'dukungan melalui media sosial/media massa': 'sosmed',
  'pendekatan/mendaftarkan diri pada partai politik': 'parpol-dekati',
  'sosialisasi bakal calon melalui APK': 'spanduk',
};
const categoryOf = ({ dimensions }: PublishedFigure): string => {
  const label = String(dimensions['category']);
  return categories[label] ?? categoryOfLabel(registerOf({ dimensions } as PublishedFigure), label) ?? label;
};
const positions: Readonly<Record<string, string>> = { JPT: 'jpt', 'kepala wilayah (camat/lurah)': 'kepala-wilayah' };
const positionOf = ({ dimensions }: PublishedFigure): string => positions[String(dimensions['position'])] ?? String(dimensions['position']);

const offices: Readonly<Record<string, string>> = {
  'Instansi Pusat': 'pusat',
  'Kanreg IV Makassar': 'kanreg-04',
  'Kanreg IX Jayapura': 'kanreg-09',
  'Kanreg III Bandung': 'kanreg-03',
  'Kanreg XII Pekanbaru': 'kanreg-12',
};

const overdue = (published: PublishedFigure, unit: 'recommendations' | 'regions'): Question => {
  const parameters = { ...own(published), unit, employerKind: 'region' };
  const type = published.dimensions['regionType'];
  if (type === undefined || type === 'all') return figure('overdue', parameters);
  return figure('overdue', { ...parameters, by: 'regionType' }, { at: 'cell', dimension: 'regionType', code: String(type) });
};

const headline = (published: PublishedFigure): Record<string, string> =>
  published.asOf === null ? { ...own(published), asOf: HEADLINES_ON } : own(published);

const settled = (published: PublishedFigure): Question => {
  const note =
    published.unit === 'recommendations' ? 'Printed as recommendations; the percentage printed elsewhere shows persons.' : undefined;
  return figure('settled', { ...headline(published), unit: 'persons' }, total, 'exact', note);
};

const share = (published: PublishedFigure, dimension: 'category' | 'positionGroup', code: string): Question =>
  figure(
    'share',
    { ...own(published), of: 'reported', by: dimension, register: registerOf(published), unit: 'persons' },
    { at: 'cell', dimension, code },
    'percent',
  );

const topEmployers = (published: PublishedFigure, place: Place): Question =>
  figure('top-employers', { ...own(published), of: 'reported', register: registerOf(published), unit: 'persons', top: '10' }, place);

const blocked = (published: PublishedFigure): Question => {
  const parameters = { ...own(published), unit: 'personnel-records' };
  const office = published.dimensions['bknOffice'];
  if (office === undefined) return figure('blocked', parameters, total, 'exact', 'The stock on that day, not a flow.');
  return figure(
    'blocked',
    { ...parameters, by: 'office' },
    { at: 'cell', dimension: 'office', code: offices[String(office)] ?? String(office) },
  );
};

const questions: Readonly<Record<string, (published: PublishedFigure) => Question>> = {
  'recommendations.pending': (published) => overdue(published, 'recommendations'),
  'regions.reprimanded': (published) => overdue(published, 'regions'),
  reported: (published) => figure('reported', { ...headline(published), unit: 'persons', register: registerOf(published) }),
  recommended: (published) => figure('recommended', { ...own(published), unit: 'persons' }),
  sanctioned: settled,
  followedUp: settled,
  notFollowedUp: (published) => figure('pending', { ...own(published), unit: 'persons' }),
  inProcess: (published) =>
    figure('in-process', { ...own(published), unit: 'persons' }, total, 'exact', 'A part of the pending, printed as if beside them.'),
  followUpRate: (published) =>
    figure(
      'follow-up-rate',
      { ...own(published), unit: 'persons' },
      total,
      'cut',
      '99 of 283 is 34.98: cut in print, 35.0 by its own two numbers.',
    ),
  'share.category': (published) => share(published, 'category', categoryOf(published)),
  'share.position': (published) => share(published, 'positionGroup', positionOf(published)),
  'topList.size': (published) => topEmployers(published, { at: 'size' }),
  'topList.rank': (published) => topEmployers(published, { at: 'rank', dimension: 'employer', code: employerOf(published) }),
  blocked,
  unblocked: (published) =>
    figure('unblocks', { ...own(published), unit: 'personnel-records', from: SEASON_FROM, until: String(published.asOf) }),
  'violations.category': (published) =>
    figure(
      'violations',
      { ...own(published), register: 'bawaslu', by: 'category' },
      { at: 'cell', dimension: 'category', code: categoryOf(published) },
      'exact',
      'The article names no date: asked on the day of print.',
    ),
  'skb.signatories': ({ value }) => ({
    kind: 'signatories',
    note: value === 5 ? 'The joint decision of 10 September 2020.' : 'Five signed on 10 September 2020, as another document foretold.',
  }),
  'bkn.roles': () => ({ kind: 'roles', note: "The events that only BKN's role may state." }),
  'kasn.measures': () => ({ kind: 'outside', note: 'Plans of an agency, not acts in a matter.' }),
};

/** How to ask Netral for a published number. @throws Error for a metric that no question is known for */
export const questionOf = (published: PublishedFigure): Question => {
  const question = questions[published.metric];
  if (question === undefined) throw new Error(`no question for ${published.metric}`);
  return question(published);
};

/** The verdict that a question deserves when Netral answers as it must. */
export const expectedVerdict = (published: PublishedFigure): Verdict => {
  const question = questionOf(published);
  switch (question.kind) {
    case 'figure':
      return question.compare === 'cut' ? 'contradicted by another published figure' : 'reproduced';
    case 'signatories':
      return published.value === 5 ? 'held as a rule or role' : 'contradicted by another published figure';
    case 'roles':
      return 'held as a rule or role';
    case 'outside':
      return 'outside Netral';
  }
};
