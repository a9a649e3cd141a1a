import type { Finding } from '@netral/event-store';
import { say } from '../../words';

/** One line of `netral doctor`. */
export interface DoctorFinding {
  readonly check: Finding['check'] | 'types-known' | `lag ${string}`;
  readonly ok: boolean;
  readonly found: string;
}

const labels: Readonly<Record<string, string>> = {
  reachable: say('terjangkau', 'reachable'),
  version: say('versi', 'version'),
  leader: say('pemimpin', 'leader'),
  writable: say('dapat ditulis', 'writable'),
  'streams-whole': say('aliran utuh', 'streams whole'),
  clock: say('jam', 'clock'),
  'types-known': say('jenis dikenal', 'types known'),
};

export const labelOf = (check: string): string => labels[check] ?? check.replace(/^lag /, `${say('tertinggal', 'behind')}: `);
