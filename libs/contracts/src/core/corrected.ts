import { catalogue, contractOf, correctableTypes, type EventType } from '../catalogue';
import type { EventContract } from './event-contract';

/** What a correction holds besides its own fields: the whole data of the message that it corrects. */
export interface Nested {
  readonly type: EventType;
  readonly version: number;
  readonly data: unknown;
}

/** Data of a correction at any version, on the wire or stored. */
export const nestedOf = (type: EventType, data: unknown): Nested | undefined => {
  if (type !== 'FactCorrected') return undefined;
  const { correctedType, correctedVersion, data: nested } = data as { correctedType: string; correctedVersion: number; data: unknown };
  return { type: correctedType as EventType, version: correctedVersion, data: nested };
};

/** Type that a correction or retraction is about; undefined for every other event. */
export const correctedTypeOf = (type: EventType, data: unknown): EventType | undefined => {
  if (type === 'FactCorrected') return (data as { correctedType: EventType }).correctedType;
  return type === 'FactRetracted' ? (data as { retractedType: EventType }).retractedType : undefined;
};

/** Contract that a correction or retraction is about; undefined for every other event. */
export const correctedContract = (type: EventType, data: unknown): EventContract<string, never> | undefined => {
  const corrected = correctedTypeOf(type, data);
  return corrected === undefined ? undefined : contractOf(corrected);
};

export const isCorrectable = (type: string): type is EventType => (correctableTypes as readonly string[]).includes(type);
/** Personnel streams are found by the person, all others by the id of the matter. */
export const isOfPerson = (type: EventType): boolean => catalogue[type].matter === 'personnel';
