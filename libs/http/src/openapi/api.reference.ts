import type { OpenAPIObject } from '@nestjs/swagger';
import { seasonParameters, figureParameters, letterParameters, type Parameter, type Parameters } from '@netral/application';

interface Operation {
  readonly summary?: string;
  readonly 'x-allowed'?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

const PROSE = `# The HTTP API

Made from the code by \`npm run generate\`; a running server gives the same, whole, as \`/openapi.json\` and as a page at \`/docs\`.

JSON under \`/v1\`. Calendar days are \`YYYY-MM-DD\` in Asia/Jakarta; instants are RFC 3339 with offset; positions are 20-digit strings; codes are strings.
Labels are \`{ "id", "en" }\`: Indonesian, English. Who may ask an address stands beside it; \`Authorization: Bearer <key>\`.

## Every answer names its question

An answer carries the question *as understood*, with each default filled in, and \`self\`: the same question with nothing left to default, where \`position\`
(the last event folded of those known then) stands for \`knownAt\`. A \`self\` asked again, by anyone with the same rights, gives the same bytes for ever: it comes with
\`Cache-Control: max-age=31536000, immutable\`, every other answer with \`no-cache\`; one that names persons, pinned or not, with \`private, no-store\`, since each read of a person is written down. Each answer has a strong \`ETag\`; what it shows depends on who asks (\`Vary: Authorization, Cookie\`).

- A \`knownAt\` after the last event folded is lowered to it. A \`position\` between two events means the one before it. \`knownAt\` is null when nothing was known.
- A season is what its first opening in the log says, so that a question about a time before it is answered, with nothing.
- \`hypothetical\` is true when another rule or calendar was asked for than was in force.
- A cell of a breakdown or filter that joins an employer with a trait not its own, or with a span of a flow, is withheld under 3 persons from whoever is no investigator, and with it
  the next smallest where its value could be had by subtraction; all of it, where a filter of such a question has several values.
- A code of an employer or province in another edition is taken as the season's edition writes it, and named so in the answer.
- A list gives \`next\`, a cursor that pins its place in the log: it works alone (\`after=\`) or beside the same parameters, and later events move nothing from page to page.
- A history gives the events behind a matter, oldest first, with what each changed on the day asked: \`field\` is a place in the matter; a person stands under the pseudonym. An event of a later day than \`asOf\` stands there with \`inEffect\` false.

## What is refused

A parameter that is unknown, repeated, empty or impossible is refused with 400, all of them at once: \`application/problem+json\` with
\`errors: [ { "parameter", "found", "expected" } ]\`. Codes of problems: [reason-codes.md](reason-codes.md). A number that may be a NIP is never given back.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

const rowOf = ({ name, meaning, expected, example }: Parameter<unknown>): string =>
  `| \`${name}\` | ${cell(meaning)} | ${cell(expected)} | ${example === undefined ? '' : `\`${example}\``} |`;

const parametersTable = (parameters: Parameters): string =>
  ['| Parameter | Meaning | Form | Example |', '|---|---|---|---|', ...Object.values(parameters).map(rowOf)].join('\n');

const without = (parameters: Parameters, others: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => !Object.hasOwn(others, name)));

const addresses = (document: OpenAPIObject): readonly string[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, { summary, parameters = [], 'x-allowed': allowed = [] }]) => {
      const taken = parameters.filter((each) => each.in === 'query').map(({ name }) => `\`${name}\``).join(' ');
      return `| ${method.toUpperCase()} | \`${path}\` | ${cell(summary ?? '')} | ${allowed.join(', ')} | ${taken} |`;
    }));

/** `docs/reference/api.md`, from the description of the API. */
export const apiPage = (document: OpenAPIObject): string => `${PROSE}
## Addresses

| | Address | Gives | Who may ask | Parameters |
|---|---|---|---|---|
${[...addresses(document)].sort().join('\n')}

An agency sees the matters of its own role: Bawaslu its reports, the recommender its complaints and letters, BKN personnel records; a PPK's key the letters to its own
employers. Each read of a person is written to an access log outside the event log.

## Parameters of time, season and rule

${parametersTable(seasonParameters)}

## Parameters of figures

Which of them a figure takes is listed by \`/v1/figures\` and in [figures.md](figures.md).

${parametersTable(without(figureParameters, seasonParameters))}

## Parameters of the list of letters

${parametersTable(without(letterParameters, seasonParameters))}
`;
