/** Before a name: titles of learning, of the pilgrimage and of birth. */
const TITLES = new Set('prof dr drs dra drg drh ir h hj hjh kh st r rd rr ra tb tgk teuku cut andi ust alm almh bpk bapak ibu sdr sdri'.split(' '));
/** After a name, written without dots or a comma: degrees as agencies' lists have them. */
const DEGREES = new Set((
  'sh mh se mm si msi ssi sip msip sos ssos msos st mt stp sp mp spi mpi spt spd mpd sag mag skm mkes kes sked skep skom mkom skeb sst sstp map mba ma msc phd sthi shi mhi '
  + 'spdi mpdi sei ssy amd amdkeb amdkep ap apt ners ns spa spb spog sppd ak cpa ca mak mpa mhum shum ssn msn spsi mpsi mpsda ip mep mec bsc ba'
).split(' '));

/** Whether it holds nothing but letters, digits and signs of ASCII, as nearly every text does: looked through several times as fast. */
export const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
const plain = (text: string): string => (isPlain(text) ? text : text.normalize('NFKC').replace(/\p{Cf}/gu, ''));
const bare = (token: string): string => (isPlain(token) ? token.toLowerCase().replace(/[^a-z]/g, '') : token.toLowerCase().replace(/[^\p{L}]/gu, ''));

/** A text as words set apart by single spaces, with one at either end: what looks the same is the same. */
export const wordsOf = (text: string): string =>
  isPlain(text) ? ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()} ` : ` ${plain(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** A name without titles before it and degrees after it: `Drs. H. A B, M.Si` is written `A B` elsewhere. */
const core = (name: string): string => {
  const [beforeComma = ''] = plain(name).split(',');
  // A title may be written to the name without a space: `H.Ahmad`.
  const tokens = (beforeComma.includes('.') ? beforeComma.replace(/\.(?=\p{L}{3})/gu, '. ') : beforeComma).split(/\s+/).filter((token) => token !== '');
  while (tokens.length > 0 && (TITLES.has(bare(tokens[0] as string)) || ((tokens[0] as string).endsWith('.') && /^\p{L}{1,4}\.$/u.test(tokens[0] as string)))) tokens.shift();
  while (tokens.length > 0 && (DEGREES.has(bare(tokens.at(-1) as string)) || (tokens.at(-1) as string).includes('.'))) tokens.pop();
  return tokens.join(' ');
};

const LETTERS_MIN = 8;

/** The ways a name may be met in a text, as `wordsOf` gives it. Of one word alone there is none: names of one word are too often words. */
export const formsOf = (name: string): readonly string[] =>
  [...new Set([wordsOf(name), wordsOf(core(name))])].filter((form) => form.length - 2 >= LETTERS_MIN && form.trim().includes(' '));
