import { regionCodeIn } from '@netral/contracts';
import type { Rulebook } from '@netral/domain';
import { QueryError } from '../query.error';
import type { Viewer } from '../viewer';
import { grantedRoles } from './granted-roles';

export const documentKinds = ['recommendation', 'report', 'complaint', 'personnel'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Roles whose matters these are. A PPK sees the letters addressed to it. */
const rolesOf: Readonly<Record<DocumentKind, readonly string[]>> = {
  recommendation: ['recommender', 'ppk'], report: ['bawaslu'], complaint: ['recommender'], personnel: ['bkn'],
};

/** Codes are compared in the edition of 2019, whichever they are written in. */
const comparable = (code: string): string => regionCodeIn('2019', code) ?? code;

const refuse = (): never => {
  throw new QueryError('forbidden', 'This key may not read this matter.');
};

/**
 * An investigator reads every matter; an agency those of its own roles, a PPK's key only those of its own employers.
 * @throws QueryError `forbidden`
 */
export const requireKind = (viewer: Viewer, kind: DocumentKind, book: Rulebook): void => {
  if (viewer.kind === 'investigator') return;
  if (viewer.kind !== 'agency' || !grantedRoles(book, viewer.agency).some((role) => rolesOf[kind].includes(role))) refuse();
};

/** Whether the key speaks for one of these employers. */
export const seesEmployer = (viewer: Viewer, employers: readonly string[]): boolean => {
  if (viewer.kind !== 'agency' || viewer.employers === undefined) return true;
  const own = new Set(viewer.employers.map(comparable));
  return employers.some((employer) => own.has(comparable(employer)));
};

/** @throws QueryError `forbidden` unless an investigator or an agency asks */
export const requireAnyRole = (viewer: Viewer): void => {
  if (viewer.kind !== 'investigator' && viewer.kind !== 'agency') refuse();
};
