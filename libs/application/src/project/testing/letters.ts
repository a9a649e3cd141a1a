import type { NewEvent } from '@netral/event-store';
import { issued } from '@netral/projections/testing/facts';

const recordedAt = '2020-12-31T00:00:00.000Z';
/** A letter as it is recorded, one of its own for each number. */
export const letter = (number: number): NewEvent => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, type: 'RecommendationIssued', contentHash: `h${number}`,
  data: JSON.stringify(issued('2020-10-01', undefined, { recommendationId: `R-${number}` }).data),
  metadata: JSON.stringify({ agency: 'test', source: 'urn:netral:test', messageId: `m${number}`, subject: 'x', publishedAt: recordedAt, recordedAt, version: 2 }),
});
/** Resolves when it holds, asked again and again. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
};
