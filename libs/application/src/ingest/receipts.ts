import type { EventMetadata } from '@netral/contracts';
import type { Placed } from './group-append';
import type { Reason, Receipt } from './ingest';

interface Identity {
  readonly source: string | null;
  readonly id: string | null;
}

const place = ({ stream, revision, position, metadata }: Placed) => {
  const { recordedAt } = JSON.parse(metadata) as EventMetadata;
  return { stream, revision: Number(revision), position, recordedAt };
};

/** @param recordedAt as in its metadata, which was written just now */
export const recorded = ({ source, id }: Identity, { stream, revision, position }: Placed, recordedAt: string): Receipt =>
  ({ source, id, outcome: 'recorded', stream, revision: Number(revision), position, recordedAt, reason: null, deadLetter: null });

/** A repeat: where the first one stands. */
export const duplicate = ({ source, id }: Identity, placed: Placed): Receipt =>
  ({ source, id, outcome: 'duplicate', ...place(placed), reason: null, deadLetter: null });

export const setAside = ({ source, id }: Identity, placed: Placed, reason: Reason, deadLetter: string): Receipt =>
  ({ source, id, outcome: 'set-aside', ...place(placed), reason, deadLetter });
