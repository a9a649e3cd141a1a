import { catalogue, correctableTypes, latestVersionOf, type EventType, type Label } from '@netral/contracts';
import { nodesOf, type Node } from './nodes';

/** What a spreadsheet of one kind holds: an event, or the correction of an event. */
export interface Template {
  /** `SanctionImposed`; of a correction `FactCorrected.SanctionImposed`. */
  readonly name: string;
  readonly type: EventType;
  /** Event that is corrected. */
  readonly corrects: EventType | undefined;
  /** Of the contract, or of both contracts: a file made from an older one is refused. */
  readonly version: string;
  readonly label: Label;
  readonly meaning: string;
  readonly nodes: readonly Node[];
}

/** Heading of the column for the agency's own message id. */
export const ID_HEADING = 'message.id';
const CORRECTION = 'FactCorrected';
/** Of a correction, given by its template and not by a cell. */
const GIVEN: readonly string[] = ['correctedType', 'correctedVersion', 'data'];

const plain = (type: EventType): Template => ({
  name: type, type, corrects: undefined, version: String(latestVersionOf(type)), label: catalogue[type].label, meaning: catalogue[type].meaning, nodes: nodesOf(type),
});

const correction = (corrects: EventType): Template => {
  const { label, meaning } = catalogue[CORRECTION];
  const inner = catalogue[corrects].label;
  const data: Node = { kind: 'group', name: 'data', required: true, meaning: 'The whole corrected data', fields: nodesOf(corrects) };
  return {
    name: `${CORRECTION}.${corrects}`, type: CORRECTION, corrects, version: `${latestVersionOf(CORRECTION)}.${latestVersionOf(corrects)}`,
    label: { id: `${label.id}: ${inner.id}`, en: `${label.en}: ${inner.en}` }, meaning,
    nodes: [...nodesOf(CORRECTION).filter(({ name }) => !GIVEN.includes(name)), data],
  };
};

const made = new Map<string, Template>();
const once = (name: string, make: () => Template): Template => {
  const template = made.get(name) ?? make();
  made.set(name, template);
  return template;
};

/** The templates that data of an event may be sent in. */
export const templatesOf = (type: EventType): readonly Template[] =>
  type === CORRECTION
    ? correctableTypes.map((each) => once(`${CORRECTION}.${each}`, () => correction(each)))
    : catalogue[type].role === 'intake' ? [] : [once(type, () => plain(type))];

/** A template by its name, if there is one. */
export const templateNamed = (name: string): Template | undefined => {
  const [type = '', ...rest] = name.split('.');
  if (rest.length > 1 || !Object.hasOwn(catalogue, type)) return undefined;
  return templatesOf(type as EventType).find((template) => template.name === name);
};

/** What a correction's template says by itself. */
export const givenData = ({ corrects }: Template): Readonly<Record<string, unknown>> =>
  corrects === undefined ? {} : { correctedType: corrects, correctedVersion: latestVersionOf(corrects) };

const MARKER = /^#netral ([A-Za-z.]{1,100}) v(\d{1,4}(?:\.\d{1,4})?)$/;
/** What stands in the first cell of a template, so that a file says itself what it holds. */
export const markerOf = ({ name, version }: Pick<Template, 'name' | 'version'>): string => `#netral ${name} v${version}`;
export const readMarker = (text: string): { readonly name: string; readonly version: string } | undefined => {
  const [, name, version] = MARKER.exec(text.trim()) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
};
