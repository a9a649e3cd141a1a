import { contractOf } from '@netral/contracts';
import { type DayNumber, dayOf, isoOf } from '../day';
import type { Grant } from './entries';
import { type Rulebook, comparableEmployer } from './rulebook';

/** Who states a fact. `employers`: the sender's own limit (a PPK's key speaks for its own employers only). */
export interface Speaker {
  readonly agency: string;
  readonly employers?: readonly string[];
}

export const authorityRefusals = {
  'no-authority': 'The agency has been granted no event of this type.',
  'authority-expired': "The agency's grant of this type had ended on the fact's own day.",
  'authority-not-yet-valid': "The agency's grant of this type began after the fact's own day.",
  'wrong-employer': 'The fact speaks for an employer that its sender may not speak for.',
} as const;

export interface AuthorityRefusal {
  readonly code: keyof typeof authorityRefusals;
  readonly found: string;
  readonly expected: string;
}

/** Days of a grant, its end taken into account. */
const untilOf = (book: Rulebook, { id, validUntil }: Grant): DayNumber => {
  const end = book.ends.get(id);
  return end === undefined ? validUntil : Math.min(validUntil, dayOf(end.endedOn));
};

/**
 * Whether a sender may state a fact of a type for these employers on the fact's own day: true, or why not. For a correction or
 * retraction, ask with the type, employers and day of what it corrects. Events of the joint decision are the operator's alone.
 */
export const mayState = (
  book: Rulebook, speaker: Speaker, type: string, factEmployers: readonly string[], ownDay: DayNumber,
): true | AuthorityRefusal => {
  if (contractOf(type)?.role === 'joint') {
    if (speaker.agency === 'operator') return true;
    return { code: 'no-authority', found: `${type} from ${speaker.agency}`, expected: `${type} from the operator` };
  }
  const granted = [...book.grants.values()].filter(({ agency, eventTypes }) => agency === speaker.agency && eventTypes.has(type));
  if (granted.length === 0) return { code: 'no-authority', found: `${type} from ${speaker.agency}`, expected: grantees(book, type) };
  const valid = granted.filter((grant) => grant.validFrom <= ownDay && ownDay <= untilOf(book, grant));
  return valid.length === 0 ? outOfTime(book, granted, ownDay) : employersAllowed(valid, speaker, factEmployers);
};

const grantees = (book: Rulebook, type: string): string => {
  const agencies = [...book.grants.values()].filter(({ eventTypes }) => eventTypes.has(type)).map(({ agency }) => agency);
  return agencies.length === 0 ? 'a type that some agency is granted' : `${type} from ${[...new Set(agencies)].sort().join(', ')}`;
};

const outOfTime = (book: Rulebook, granted: readonly Grant[], ownDay: DayNumber): AuthorityRefusal => {
  const spans = granted.map((grant) => `${grant.data.validFrom} to ${span(untilOf(book, grant))}`).join('; ');
  const ended = granted.some((grant) => untilOf(book, grant) < ownDay);
  return { code: ended ? 'authority-expired' : 'authority-not-yet-valid', found: isoOf(ownDay), expected: spans };
};

const span = (until: DayNumber): string => (until > dayOf('9999-12-31') ? 'further notice' : isoOf(until));

const employersAllowed = (valid: readonly Grant[], speaker: Speaker, factEmployers: readonly string[]): true | AuthorityRefusal => {
  const own = speaker.employers === undefined ? undefined : new Set(speaker.employers.map(comparableEmployer));
  const everywhere = valid.some(({ employers }) => employers === 'all');
  if (everywhere && own === undefined) return true;
  const refused = factEmployers.find((employer) => {
    const code = comparableEmployer(employer);
    if (own !== undefined && !own.has(code)) return true;
    return !everywhere && !valid.some(({ employers }) => employers === 'all' || employers.has(code));
  });
  if (refused === undefined) return true;
  return { code: 'wrong-employer', found: refused, expected: own === undefined ? 'an employer of the grant' : "one of the sender's own employers" };
};
