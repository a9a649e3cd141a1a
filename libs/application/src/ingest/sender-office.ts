import { partsOfSource } from '@netral/contracts';
import { comparableEmployer } from '@netral/domain';
import type { Sender } from './ingest';

/** Whether an employer's code is one that the sender is limited to; true of every code for a sender without a limit. */
const isOwn = ({ employers }: Sender, code: string): boolean =>
  employers === undefined || employers.map(comparableEmployer).includes(comparableEmployer(code));

/**
 * Whether a sender may use the ids of a source. The senders of an agency share its ids: who is limited to employers has those of
 * their offices only (`urn:netral:ppk:33.11`), or one could take up, or spoil, the ids of another.
 */
export const mayUseSource = (sender: Sender, source: string): boolean => {
  const { office } = partsOfSource(source) ?? {};
  return sender.employers === undefined || (office !== undefined && isOwn(sender, office));
};

/** Whether a sender may amend messages of a source. One that names no office was sent for any: the employer named decides. */
export const mayAmendSource = (sender: Sender, source: string): boolean => {
  const { agency, office } = partsOfSource(source) ?? {};
  return agency === sender.agency && (office === undefined || isOwn(sender, office));
};
