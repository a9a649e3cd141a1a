import { catalogue, eventTypes } from '../catalogue';
import { ATTRIBUTE_LENGTH_MAX, EXTENSIONS_MAX } from '../core/parse-envelope';
import { NESTING_MAX } from '../core/json-limits';
import { reasonCodes } from '../core/reason-codes';
import { eventSection } from './event-section';

const GENERATED = '<!-- Made from the contracts by `npm run generate`. Do not edit. -->';
const roles = {
  bawaslu: 'Bawaslu', recommender: 'Recommender (KASN; BKN since August 2024)', ppk: 'PPK', bkn: 'BKN', kemendagri: 'Kemendagri',
  any: 'Every producer', joint: 'Joint decision, recorded by the operator', intake: 'Netral itself',
} as const;

const overview = (): string =>
  Object.entries(roles).map(([role, who]) => {
    const events = eventTypes.filter((type) => catalogue[type].role === role);
    return `| ${who} | ${events.map((type) => `[${type}](#${type.toLowerCase()})`).join(', ')} |`;
  }).join('\n');

const ENVELOPE = `A message is one CloudEvent (1.0, JSON). A fact is never refused for what it says, only for breaking its contract.

| Attribute | Value |
|---|---|
| \`specversion\` | \`1.0\` |
| \`id\` | the agency's own, unique for ever within \`source\`; 1 to ${ATTRIBUTE_LENGTH_MAX} printable characters |
| \`source\` | \`urn:netral:<agency>\` or \`urn:netral:<agency>:<office>\` |
| \`type\` | \`id.netral.<role>.<event>\`, by role since roles change hands |
| \`dataschema\` | ends in the version of the contract that \`data\` keeps to |
| \`subject\` | the sender's reference of the matter: opaque, never a NIP |
| \`time\` | when it was published: RFC 3339 with seconds and offset, no leap second |
| \`datacontenttype\` | absent, or \`application/json\` |
| \`data\` | the object below |

Extension attributes (up to ${EXTENSIONS_MAX}; 1 to 20 lower-case letters and digits; text, whole number or boolean) are taken and left aside:
what carries a message adds them, they are no part of the fact. Anything else is refused, so that a misspelt attribute is told to its
sender. A message is nested up to ${NESTING_MAX} levels. A day is written YYYY-MM-DD and means a calendar day in Asia/Jakarta.

Persons are named by NIP and, if known, name. Neither is kept in the log: a pseudonym stands there. Free text is sealed. Employers are
replaced by their code. A NIP anywhere else is refused. A correction (\`FactCorrected\`) brings the whole data again, at any released
version of the contract it corrects, about the same matter or person and the same season.`;

/** `docs/reference/events.md`. */
export const eventsPage = (): string => [
  '# Events', GENERATED, ENVELOPE, `| Producer | Events |\n|---|---|\n${overview()}`, ...eventTypes.map(eventSection),
].join('\n\n').concat('\n');

/** `docs/reference/message-reasons.md`. */
export const reasonsPage = (): string => [
  '# Why a message breaks its contract',
  GENERATED,
  `A message that breaks its contract is set aside, kept whole, and its receipt says why: \`{ code, pointer, found, expected }\`, the first
and most specific problem only. \`pointer\` is a JSON pointer from the root of the message. \`found\` shows the value, cut to 80 characters;
of a field that is personal, or of anything that holds a long number, only its shape (\`17 digits\`). Mended and sent again, it is judged anew.`,
  ['| Code | Meaning |', '|---|---|', ...Object.entries(reasonCodes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`)].join('\n'),
].join('\n\n').concat('\n');
