import { type CloudEvent, type EventType, ceType, dataschemaOf, employerLabel, latestVersionOf } from '@netral/contracts';
import { type Window, arrival } from '../arrival';
import { type Day, type Instant, day, endOf, hoursAfter, jakarta, startOf } from '../calendar';
import { isCentral } from '../employers';
import { nameOf, nipOf } from '../people';
import { SEASON } from '../plan/season-2020.plan';
import type { Random } from '../random';
import type { Person } from '../story/model';

export type Data = Readonly<Record<string, unknown>>;

/** One message as it arrived: when it was recorded, from whom, and its text or event. */
export interface Told {
  readonly at: Instant;
  /** Who hands it over; a PPK only for its own employers. */
  readonly agency: string;
  readonly employers?: readonly string[];
  readonly message: CloudEvent | string;
}
/** One that keeps to its contract, and so can be repeated, corrected or retracted. */
export interface Fact extends Told {
  readonly message: CloudEvent & { readonly data: Data };
  readonly type: EventType;
  readonly version: number;
  readonly on: Day;
}

export interface Statement {
  readonly agency: string;
  readonly type: EventType;
  /** The sender's reference of the matter. */
  readonly subject: string;
  /** The fact's own day, and when it was recorded: an instant, or the span to choose one from. */
  readonly on: Day;
  readonly arrives?: Instant | Window;
  readonly data: Data;
  readonly version?: number;
  /** A PPK speaks for one employer. */
  readonly employer?: string;
}

// Names of types and schemas are made once: a season has thousands of messages of some thirty types.
const names = new Map<string, { readonly type: string; readonly dataschema: string }>();
const namesOf = (type: EventType, version: number | undefined): { readonly type: string; readonly dataschema: string } => {
  const key = `${type} ${version}`;
  const known = names.get(key) ?? { type: ceType(type), dataschema: dataschemaOf(type, version) };
  names.set(key, known);
  return known;
};

const SEASON_ENDS = endOf(day('2021-01-06'));
/** Without a deadline, within two months and before the season's books are closed. */
export const whenever = (on: Day): Window => ({ from: hoursAfter(startOf(on), 9), until: Math.min(endOf(on + 60), SEASON_ENDS) });

/** Writes messages as agencies would, and remembers them. */
export class Teller {
  readonly facts: Fact[] = [];
  readonly others: Told[] = [];
  private readonly counters = new Map<string, number>();

  /** `suffix` tells copies of a season apart in every id. */
  constructor(readonly random: Random, readonly suffix: string) {}

  /** The next number of an agency's own series. */
  next(series: string): number {
    const number = (this.counters.get(series) ?? 0) + 1;
    this.counters.set(series, number);
    return number;
  }

  id(agency: string): string {
    return `${agency}-2020-${String(this.next(agency)).padStart(6, '0')}${this.suffix}`;
  }

  state(statement: Statement): Fact {
    const { agency, type, on, arrives = whenever(on), employer } = statement;
    const at = typeof arrives === 'number' ? arrives : arrival(this.random, on, arrives);
    const version = statement.version ?? latestVersionOf(type);
    const message = this.envelope({ ...statement, version }, at);
    const fact: Fact = { at, agency, ...(employer === undefined ? {} : { employers: [employer] }), message, type, version, on };
    this.facts.push(fact);
    return fact;
  }

  envelope({ agency, type, subject, data, version, employer }: Statement, at: Instant): Fact['message'] {
    return {
      specversion: '1.0',
      id: this.id(agency),
      source: employer === undefined ? `urn:netral:${agency}` : `urn:netral:${agency}:${employer}`,
      ...namesOf(type, version),
      subject,
      time: jakarta(at - this.random.int(60_000, 9 * 3_600_000)),
      datacontenttype: 'application/json',
      data: { season: SEASON, ...data },
    };
  }

  /** A person as agencies name one: by NIP, mostly with the name. */
  person(person: Person): { readonly nip: string; readonly name?: string } {
    const nip = nipOf(person.identity);
    return this.random.chance(0.85) ? { nip, name: nameOf(person.identity) } : { nip };
  }

  /** An employer by its code, now and then by its name. */
  employer(code: string): string {
    return this.random.chance(0.05) && !isCentral(code) ? employerLabel(code).id : code;
  }
}
