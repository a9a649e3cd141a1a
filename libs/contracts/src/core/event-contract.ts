import type { Static, TObject } from '@sinclair/typebox';
import type { Stored } from './shapes';

export type Role = 'bawaslu' | 'recommender' | 'ppk' | 'bkn' | 'kemendagri' | 'joint' | 'any' | 'intake';
export type Matter = 'report' | 'complaint' | 'recommendation' | 'personnel' | 'reprimand' | 'oversight' | 'rules' | 'intake';
export interface Label { readonly id: string; readonly en: string }

/** One released version of an event: a stored shape that is never edited again. */
export interface EventVersion {
  readonly version: number;
  /** Shape on the wire, as agencies send it (persons by NIP). */
  readonly wire: TObject;
  /** From the version before this one, on stored data. Total and pure. Absent on version 1. */
  readonly upcast?: (data: never) => unknown;
}

/** What one type of event is: its versions, whose it is, where it is kept, and which day is its own. */
export interface EventContract<T extends string = string, D = unknown> {
  readonly type: T;
  readonly role: Role;
  readonly label: Label;
  /** What the event says, in one or two sentences, for the reference. */
  readonly meaning: string;
  readonly versions: readonly EventVersion[];
  /** The event's own day (`issuedOn`, `imposedOn`, …), from stored data of the latest version. */
  readonly ownDay: (data: D) => string;
  readonly matter: Matter;
  /** Id of the matter, so that the stream is `<matter>-<id>`; `rules` and `intake` see `streamOf`. */
  readonly matterId: (data: D) => string;
  /** Employers that the fact speaks for: what its sender must be granted. Empty: none in particular. */
  readonly employers: (data: D) => readonly string[];
  readonly season: (data: D) => string | undefined;
  /** Pairs of fields with days, the second never before the first. */
  readonly spans: readonly (readonly [string, string])[];
  /** Type-only: stored data of the latest version. */
  readonly data?: D;
}

export interface ContractSpec<T extends string, S extends TObject> {
  readonly type: T;
  readonly role: Role;
  readonly label: Label;
  readonly meaning: string;
  /** Latest version's schema. */
  readonly wire: S;
  /** Versions before it, oldest first, with `upcastTo` the next. */
  readonly earlier?: readonly { readonly wire: TObject; readonly upcast: (data: never) => unknown }[];
  readonly matter: Matter;
  readonly matterId: (data: Stored<Static<S>>) => string;
  readonly ownDay: (data: Stored<Static<S>>) => string;
  readonly employers?: (data: Stored<Static<S>>) => readonly string[];
  readonly spans?: readonly (readonly [string, string])[];
}

/** Declares one event. `earlier[i].upcast` reads version i+1 and gives version i+2. */
export const eventContract = <const T extends string, S extends TObject>(
  spec: ContractSpec<T, S>,
): EventContract<T, Stored<Static<S>>> => {
  const earlier = spec.earlier ?? [];
  const versions: EventVersion[] = [...earlier.map(({ wire }) => wire), spec.wire].map((wire, index) => {
    const previous = earlier[index - 1];
    return previous === undefined ? { version: index + 1, wire } : { version: index + 1, wire, upcast: previous.upcast };
  });
  return {
    type: spec.type, role: spec.role, label: spec.label, meaning: spec.meaning, versions, matter: spec.matter,
    matterId: spec.matterId, ownDay: spec.ownDay, employers: spec.employers ?? (() => []),
    season: (data) => (data as { season?: string }).season, spans: spec.spans ?? [],
  };
};

/** Stored data of the latest version of a contract. */
export type DataOf<C> = C extends EventContract<string, infer D> ? D : never;
