import { catalogue, eventTypes, type EventType } from '../catalogue';

/** Root of the addresses of our schemas: names, which nothing needs to answer. */
export const SCHEMA_ROOT = 'https://netral.go.id/schemas';

/** `RecommendationIssued` → `recommendation-issued`. */
export const kebabOf = (type: string): string => type.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();

/** CloudEvents `type`: `id.netral.<role>.<event-in-kebab-case>`. */
export const ceType = (type: EventType): string => `id.netral.${catalogue[type].role}.${kebabOf(type)}`;

const byCeType: ReadonlyMap<string, EventType> = new Map(eventTypes.map((type) => [ceType(type), type]));

/** The event of a CloudEvents `type`, or undefined when there is none. */
export const typeOfCe = (text: string): EventType | undefined => byCeType.get(text);

/** CloudEvents `dataschema` of one version: `https://netral.go.id/schemas/<role>/<kebab>/<version>`. */
export const dataschemaOf = (type: EventType, version: number = latestVersionOf(type)): string =>
  `${SCHEMA_ROOT}/${catalogue[type].role}/${kebabOf(type)}/${version}`;

export const latestVersionOf = (type: EventType): number => catalogue[type].versions.length;
