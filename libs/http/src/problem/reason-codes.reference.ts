import { problemCodes, type ProblemCode } from './problem-codes';
import { reasonCodes, reasonText } from './reason-texts';

/** What bad input gets: as one body, and as one line of a stream. Each row has its test in `test/acceptance/bad-input*.spec.ts`. */
export const badInput: readonly (readonly [input: string, answer: string])[] = [
  ['malformed JSON', '400 `invalid-json` with the byte offset, nothing recorded; in a stream: set aside, `invalid-json`'],
  ['10 MB of nested arrays', '413 `body-too-large`; of a smaller body: 400 `too-deep`; in a stream: set aside, `message-too-large` or `too-deep`'],
  ['wrong content type', '415 `wrong-content-type`'],
  ['unknown event type', 'set aside, `unknown-type`'],
  ['version from the future', 'set aside, `unknown-version`'],
  ['wrong dates', 'set aside, `wrong-date`; of the envelope: `wrong-time`'],
  ['a region code that never was', 'set aside, `unknown-employer`'],
  ['a name that is ambiguous', 'set aside, `ambiguous-employer`, with the codes to choose from'],
  ['a NIP that cannot be', 'set aside, `impossible-nip`, showing its shape only'],
  ['a letter whose person is missing', 'set aside, `too-few` (an empty list) or `missing-field`'],
  ['an agency speaking for another', 'set aside, `sender-not-source`; under its own source: `no-authority`'],
  ['a PPK key for one employer, from the source of another or of none', 'set aside, `wrong-employer` at `/source`'],
  ['an expired authority', 'set aside, `authority-expired`'],
  ['the same id twice with other content', 'set aside, `conflicting-redelivery`; the first stands'],
  ['an empty file', '400 `empty-body`'],
  ['a file cut in the middle of a line', 'the last line set aside, `invalid-json`; the lines before it recorded'],
  ['a key that stands twice in one object', 'set aside, `duplicate-key`'],
  ['bytes that are not UTF-8', '400 `invalid-utf-8` with the byte offset; in a stream: set aside, `invalid-utf-8`'],
  ['a NIP or a name outside its field', 'set aside, `nip-outside-person`, `name-outside-person`'],
  ['a season that was not opened', 'set aside, `unknown-season`'],
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

/** The text of `docs/reference/reason-codes.md`; a spec holds the file to it. */
export const reasonCodesReference = (): string => `# Reason codes

Generated from the code tables (\`libs/http/src/problem/\`); a spec keeps this page and the tables the same. Each code has a page of its own in
Indonesian and English at \`/problems/<code>\`. A code is never renamed.

## Bad input, and what it gets

${table(['Input', 'Answer'], badInput)}

## Messages set aside

A message is set aside (202, or a receipt with \`"outcome": "set-aside"\`) only when it breaks its contract, when its sender's authority fails, or when
it repeats an id with other content. It is kept whole, sealed in the vault; of one larger than \`NETRAL_INGEST_MESSAGE_BYTES_MAX\` only length and hash are
kept. It uses up no id: sent again it gets its first receipt and nothing more is recorded; mended, it is judged anew.

A key that is limited to employers (a PPK's) names one of them as the office in its \`source\`: \`urn:netral:ppk:33.11\`. Ids count within their
source, so no such key can take up the ids of another. It names the employer in a retraction too.

A byte order mark before a message is left out. \`reason.found\` shows personal fields in shape only (*17 digits*).

${table(['Code', 'Meaning'], reasonCodes.map((code) => [`\`${code}\``, reasonText(code)?.en ?? '']))}

## Problems

Answers of \`application/problem+json\` (RFC 9457).

${table(['Code', 'Status', 'Meaning'], (Object.keys(problemCodes) as ProblemCode[]).map((code) => [`\`${code}\``, String(problemCodes[code].status), problemCodes[code].en]))}
`;
