import { catalogue, type EventType } from '../catalogue';
import type { CloudEvent } from '../core/envelope';
import { ceType, dataschemaOf, kebabOf, latestVersionOf } from '../core/names';
import { ownDayOf } from '../core/stream';
import { anyExamples } from './any';
import { bawasluExamples } from './bawaslu';
import { bknExamples } from './bkn';
import { intakeExamples } from './intake';
import { jointExamples } from './joint';
import { kemendagriExamples } from './kemendagri';
import { ppkExamples } from './ppk';
import { recommenderExamples } from './recommender';

type ExampleData = Readonly<Record<string, unknown>>;
export interface ExampleMessage extends CloudEvent {
  readonly data: ExampleData;
}

const examples: Readonly<Record<EventType, readonly ExampleData[]>> = {
  ...bawasluExamples, ...recommenderExamples, ...ppkExamples, ...bknExamples, ...kemendagriExamples,
  ...anyExamples, ...jointExamples, ...intakeExamples,
};

const SOURCES = {
  bawaslu: 'urn:netral:bawaslu', recommender: 'urn:netral:kasn', ppk: 'urn:netral:ppk:74.07', bkn: 'urn:netral:bkn',
  kemendagri: 'urn:netral:kemendagri', joint: 'urn:netral:operator', intake: 'urn:netral:netral',
} as const;

/** An agency corrects its own messages only. */
const sourceOf = (type: EventType, data: ExampleData): string => {
  const { role } = catalogue[type];
  return role === 'any' ? (data['messageSource'] as string) : SOURCES[role];
};

/**
 * One valid message of a released version, as its agency would send it: about synthetic persons, the same at every
 * call, and the caller's own to change. Published on the evening of the event's own day.
 */
export const exampleMessage = (type: EventType, version: number = latestVersionOf(type)): ExampleMessage => {
  const example = examples[type][version - 1];
  if (example === undefined) throw new RangeError(`${type} has no version ${version}`);
  const data = JSON.parse(JSON.stringify(example)) as ExampleData;
  return {
    specversion: '1.0',
    id: `ex-${kebabOf(type)}-${version}`,
    source: sourceOf(type, data),
    type: ceType(type),
    dataschema: dataschemaOf(type, version),
    subject: `ex-${kebabOf(type)}`,
    time: `${ownDayOf(type, data as never)}T18:00:00+07:00`,
    datacontenttype: 'application/json',
    data,
  };
};
