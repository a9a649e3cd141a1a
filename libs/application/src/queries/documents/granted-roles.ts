import type { Rulebook } from '@netral/domain';

/** Roles that an agency holds or has held: what it did in one it may still read. */
export const grantedRoles = (book: Rulebook, agency: string): readonly string[] =>
  [...new Set([...book.grants.values()].filter((grant) => grant.agency === agency).map(({ data }) => data.role))];
