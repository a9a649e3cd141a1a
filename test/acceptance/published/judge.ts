import { catalogue, eventTypes } from '@netral/contracts';
import { type Answer, type Ask, type Cell, type ListedEvent, askEvents, askFigure, pathOf } from './ask';
import type { PublishedFigure } from './published';
import { type Comparison, type Place, type Question, type Verdict, questionOf } from './published-questions';

/** One line of the table: what was asked, what Netral said, what the press had said. */
export interface Judged {
  readonly published: PublishedFigure;
  readonly asked: string;
  readonly printed: string;
  /** The same question as known today: late facts and corrections are the difference. */
  readonly today: string;
  readonly verdict: Verdict;
  readonly note: string;
}
type Outcome = Pick<Judged, 'asked' | 'printed' | 'today' | 'verdict'>;

const same = (yes: boolean, verdict: Verdict = 'reproduced'): Verdict => (yes ? verdict : 'not reproduced');

const rankOf = ({ cells }: Answer, dimension: string, code: string): number | undefined => {
  const index = cells.findIndex(({ key }) => key[dimension] === code);
  const [own, next] = [cells[index]?.value, cells[index + 1]?.value];
  // A place in a list printed without counts is one only where the counts tell the employers apart.
  return index < 0 || own === null || (next !== undefined && next === own) ? undefined : index + 1;
};

type Found = { readonly value: number; readonly numerator?: number; readonly denominator?: number } | undefined;
const foundAt = (answer: Answer, place: Place): Found => {
  switch (place.at) {
    case 'total':
      return typeof answer.total === 'number' ? { value: answer.total } : answer.total;
    case 'size':
      return { value: answer.cells.length };
    case 'rank': {
      const rank = rankOf(answer, place.dimension, place.code);
      return rank === undefined ? undefined : { value: rank };
    }
    case 'cell': {
      const cell: Cell | undefined = answer.cells.find(({ key }) => key[place.dimension] === place.code);
      return cell === undefined || cell.value === null ? undefined : { ...cell, value: cell.value };
    }
  }
};

const textOf = (found: Found): string => {
  if (found === undefined) return 'nothing';
  const { value, numerator, denominator } = found;
  return numerator === undefined ? String(value) : `${value.toFixed(1)} % (${numerator} of ${denominator})`;
};

const matches = (found: Found, value: number, compare: Comparison): Verdict => {
  if (found === undefined) return 'not reproduced';
  const { numerator = 0, denominator = 0 } = found;
  switch (compare) {
    case 'exact':
      return same(found.value === value);
    case 'percent':
      return same(denominator > 0 && Math.floor((100 * numerator) / denominator + 0.5) === value);
    case 'cut':
      return same(
        denominator > 0 && Math.floor((1000 * numerator) / denominator) / 10 === value && found.value !== value,
        'contradicted by another published figure',
      );
  }
};

const placeOf = (place: Place): string =>
  place.at === 'total' ? '' : place.at === 'size' ? ' → cells' : ` → ${place.at} of ${place.code}`;

const judgeFigure = async (question: Extract<Question, { kind: 'figure' }>, published: PublishedFigure, ask: Ask): Promise<Outcome> => {
  const { figure, parameters, place, compare } = question;
  const { season: _season, knownAt, ...others } = parameters;
  const found = foundAt(await askFigure(ask, pathOf(question)), place);
  const today = foundAt(await askFigure(ask, pathOf({ ...question, parameters: { season: 'pilkada-2020', ...others } })), place);
  const asked = `${figure} ${Object.entries(others)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')} knownAt=${knownAt}${placeOf(place)}`;
  return { asked, printed: textOf(found), today: textOf(today), verdict: matches(found, published.value, compare) };
};

const JOINT_DECISION_ON = '2020-09-10';
/** Agencies whose decisions make up the joint one: the grants' basis names each with its number. */
export const signatories = (grants: readonly Pick<ListedEvent, 'data'>[]): string[] => {
  const [basis = ''] = grants.filter(({ data }) => data['validFrom'] === JOINT_DECISION_ON).map(({ data }) => data['basis'] ?? '');
  const [, list = ''] = basis.split(': ');
  return list
    .split(', ')
    .map((decision) => decision.split(' ')[0] as string)
    .filter((name) => name !== '');
};

const judgeSignatories = async (published: PublishedFigure, ask: Ask): Promise<Outcome> => {
  const held = signatories(await askEvents(ask, 'AuthorityGranted'));
  const verdict =
    published.value === 5
      ? same(held.length === 5, 'held as a rule or role')
      : same(held.length === 5, 'contradicted by another published figure');
  const printed = `${held.length}: ${held.join(', ')}`;
  return { asked: 'events type=AuthorityGranted → decisions in the basis of the joint one', printed, today: printed, verdict };
};

/** BKN's four roles and the events that state them. */
export const bknRoles: Readonly<Record<string, readonly string[]>> = {
  'Peringatan Dini': ['EarlyWarningIssued'],
  'Pemblokiran Data': ['PersonnelDataBlocked', 'PersonnelDataUnblocked'],
  'Penyampaian Data Pelanggaran Netralitas ASN': ['ViolationDataSubmitted'],
  'Rekomendasi Presiden': ['PresidentialRecommendationMade'],
};

const judgeRoles = async (published: PublishedFigure, ask: Ask): Promise<Outcome> => {
  const printedRoles = published.dimensions['roles'] as readonly string[];
  const own = eventTypes.filter((type) => catalogue[type].role === 'bkn');
  const grants = (await askEvents(ask, 'AuthorityGranted')).filter(
    ({ data }) => data['agency'] === 'bkn' && data['role'] === 'bkn' && (data['validFrom'] ?? '') <= JOINT_DECISION_ON,
  );
  const stated = await Promise.all(own.map(async (type) => (await askEvents(ask, type)).every(({ agency }) => agency === 'bkn')));
  const recorded = await Promise.all(own.map(async (type) => (await askEvents(ask, type)).length > 0));
  const held = printedRoles.filter((role) => bknRoles[role]?.every((type) => own.includes(type as (typeof own)[number])));
  const all = Object.values(bknRoles).flat();
  const complete =
    held.length === published.value && own.length === all.length && grants.length > 0 && stated.every(Boolean) && recorded.every(Boolean);
  const printed = `${held.length}: ${held.join('; ')}`;
  return { asked: `events and authority of ${own.join(', ')}`, printed, today: printed, verdict: same(complete, 'held as a rule or role') };
};

/** Puts a published number's own question to a running Netral. */
export const judge = async (published: PublishedFigure, ask: Ask): Promise<Judged> => {
  const question = questionOf(published);
  const note = question.note ?? '';
  switch (question.kind) {
    case 'figure':
      return { published, note, ...(await judgeFigure(question, published, ask)) };
    case 'signatories':
      return { published, note, ...(await judgeSignatories(published, ask)) };
    case 'roles':
      return { published, note, ...(await judgeRoles(published, ask)) };
    case 'outside':
      return { published, note, asked: 'nothing', printed: '–', today: '–', verdict: 'outside Netral' };
  }
};
