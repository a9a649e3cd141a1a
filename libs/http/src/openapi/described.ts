import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { Parameter, Parameters } from '@netral/application';

export interface PathParameter {
  readonly name: string;
  readonly meaning: string;
  readonly example: string;
}

export interface Description {
  readonly summary: string;
  readonly details?: string;
  readonly path?: readonly PathParameter[];
  readonly parameters?: Parameters;
  /** Name of the answer's schema, or the media type of a page. */
  readonly gives: { readonly schema: string } | { readonly mediaType: string };
  /** Whether it is answered to a key only. */
  readonly keyed?: boolean;
  /** Of the answer, when it is not 200. */
  readonly status?: number;
  /** Problems beside those of every address (406, 429) and of every question (400). */
  readonly problems?: readonly number[];
}

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'The question cannot be answered as asked', 401: 'A key is needed', 403: 'This key may not', 404: 'There is no such thing',
  409: 'It contradicts how things stand now', 422: 'It was read, but cannot be carried out', 406: 'Not given in a media type that is asked for', 429: 'Asked too fast: see Retry-After', 503: 'Not ready: see Retry-After',
};
const reference = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });

const queryOf = ({ name, meaning, expected, schema, example }: Parameter<unknown>) =>
  ApiQuery({ name, required: false, description: `${meaning} Expected: ${expected}.`, schema: schema as object, ...(example === undefined ? {} : { example }) });

/** Everything the description of the API says about one address. Query parameters are those that are really read. */
export const Described = ({ summary, details, path = [], parameters = {}, gives, keyed = false, status: good = 200, problems = [] }: Description) => {
  const statuses = [...new Set([...('schema' in gives ? [400] : []), ...(keyed ? [401, 403] : []), ...problems, 406, 429])].sort();
  const content = 'schema' in gives ? { 'application/json': { schema: reference(gives.schema) } } : { [gives.mediaType]: { schema: { type: gives.mediaType === 'application/json' ? ('object' as const) : ('string' as const) } } };
  return applyDecorators(
    ApiOperation({ summary, ...(details === undefined ? {} : { description: details }) }),
    ApiProduces(...Object.keys(content)),
    ...(keyed ? [ApiBearerAuth()] : []),
    ...path.map(({ name, meaning, example }) => ApiParam({ name, description: meaning, example, schema: { type: 'string' } })),
    ...Object.values(parameters).map(queryOf),
    ApiResponse({ status: good, description: summary, content }),
    ...statuses.map((status) => ApiResponse({
      status, description: MEANINGS[status] ?? 'A problem', content: { 'application/problem+json': { schema: reference('Problem') } },
    })),
  );
};
