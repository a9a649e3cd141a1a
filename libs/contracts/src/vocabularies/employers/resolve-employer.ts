import { centralAgencies } from './employers';
import { type RegionEdition, type RegionType, regionCodeIn, regionEditions, regionType, regions } from './regions';
import { spellings } from './spellings';

export type EmployerResolution =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: 'unknown-employer' }
  | { readonly ok: false; readonly reason: 'ambiguous-employer'; readonly candidates: readonly string[] };

const unknown: EmployerResolution = { ok: false, reason: 'unknown-employer' };
const kinds = new Map<string, RegionType>([
  ['kabupaten', 'kabupaten'], ['kab', 'kabupaten'], ['pemkab', 'kabupaten'],
  ['kota', 'kota'], ['kotamadya', 'kota'], ['pemkot', 'kota'],
  ['provinsi', 'provinsi'], ['propinsi', 'provinsi'], ['prov', 'provinsi'], ['pemprov', 'provinsi'],
]);
// Pangkajene and its like are written with and without hyphens, in one word or two, so only letters and digits are compared.
const keyOf = (words: readonly string[]): string => words.join('');
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** Names of one edition: bare, or with the kind before them (`kota:solok`). */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

const namesIn = (edition: RegionEdition): Names => {
  const names = new Map<string, Set<string>>();
  const add = (key: string, code: string): unknown => names.get(key)?.add(code) ?? names.set(key, new Set([code]));
  const addRegion = (name: string, code: string): void => {
    const key = keyOf(wordsOf(name));
    add(key, code);
    add(`${regionType(code)}:${key}`, code);
  };
  for (const { code, name } of regions(edition)) addRegion(name, code);
  for (const [code2019, list] of spellings.trim().split(/[;\n]/).map((row) => row.trim().split('|') as [string, string])) {
    const code = regionCodeIn(edition, code2019);
    if (code !== undefined) for (const spelling of list.split(',')) addRegion(spelling, code);
  }
  for (const { code, label, spellings: others } of centralAgencies) {
    for (const name of [label.id, ...others]) add(keyOf(wordsOf(name)), code);
  }
  return names;
};
const names = new Map(regionEditions.map((edition) => [edition, namesIn(edition)]));
const centralCodes = new Set(centralAgencies.map(({ code }) => code));

/** `Pemerintah [Daerah] Kabupaten [Administrasi] X`, `Kab. X`, `Kota X`, `Provinsi X`: the kind named, and the words after it. */
const withKind = (words: readonly string[]): { kind: RegionType; rest: readonly string[] } | undefined => {
  const start = words[0] === 'pemerintah' ? (words[1] === 'daerah' ? 2 : 1) : 0;
  const kind = kinds.get(words[start] ?? '');
  if (kind === undefined) return undefined;
  const rest = words.slice(start + 1);
  return { kind, rest: rest[0] === 'administrasi' || rest[0] === 'adm' ? rest.slice(1) : rest };
};

/**
 * The employer that a sender means, as the code of the given edition. Takes a code of any edition, a name with its kind, a bare
 * name that only one employer bears, or a spelling in use; case, spaces and punctuation do not count. A bare name that is both a
 * kabupaten and a kota (there are 26), or a province and a kota, is ambiguous, and so is one shared in any other way.
 * Codes of Statistics Indonesia (four digits without a dot) differ from Kemendagri's and are not taken.
 */
export const resolveEmployer = (ref: string, edition: RegionEdition): EmployerResolution => {
  const text = ref.trim();
  if (/^\d\d(\.\d\d)?$/.test(text)) {
    const code = regionCodeIn(edition, text);
    return code === undefined ? unknown : { ok: true, code };
  }
  if (text.startsWith('pusat.')) return centralCodes.has(text) ? { ok: true, code: text } : unknown;
  const known = names.get(edition)!;
  const words = wordsOf(text);
  const named = withKind(words);
  // Kabupaten Kotabaru may be written `Kota Baru`: what no region of the kind is called is tried as a whole.
  const found = (named && known.get(`${named.kind}:${keyOf(named.rest)}`)) ?? known.get(keyOf(words));
  if (found === undefined) return unknown;
  const [code, ...others] = [...found].sort();
  return others.length === 0 ? { ok: true, code: code! } : { ok: false, reason: 'ambiguous-employer', candidates: [code!, ...others] };
};
