import { catalogue, eventTypes } from '../catalogue';
import { dataschemaOf, kebabOf } from '../core/names';

/** Draft 7: the newest that validators of every language know. */
const DRAFT = 'http://json-schema.org/draft-07/schema#';

/**
 * JSON Schema of the `data` of every released version, for agencies that write no TypeScript, by path
 * `<role>/<event>/<version>.json`. `x-netral` marks what is rewritten on arrival: `nip`, `person-name`, `free-text`, `employer`.
 */
export const exportSchemas = (): ReadonlyMap<string, unknown> =>
  new Map(eventTypes.flatMap((type) => {
    const { role, label, meaning, versions } = catalogue[type];
    return versions.map(({ version, wire }) => [
      `${role}/${kebabOf(type)}/${version}.json`,
      {
        $schema: DRAFT,
        $id: dataschemaOf(type, version),
        title: `${label.id} / ${label.en} (${type}, version ${version})`,
        description: meaning,
        ...(JSON.parse(JSON.stringify(wire)) as object),
      },
    ] as const);
  }));
