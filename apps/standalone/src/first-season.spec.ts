import type { Ingest } from '@netral/application';
import { readConfig } from '@netral/platform';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import { firstSeasonIsDue, recordFirstSeason } from './first-season';

const config = readConfig({ NETRAL_DATA_DIR: temporaryFolder() });
const progress = () => ({ update: () => undefined, stop: () => undefined });

describe('a first season that is stopped in the middle', () => {
  it('is not complete, so that other messages go on waiting, and is due again at the next start', async () => {
    const stop = new AbortController();
    const ingest: Ingest = {
      submit: async (messages) => {
        stop.abort();
        const none = { source: null, id: null, stream: null, revision: null, position: null, recordedAt: null, reason: null, deadLetter: null };
        return messages.map(() => ({ ...none, outcome: 'recorded' as const }));
      },
      redrive: async () => undefined,
    };
    expect(await recordFirstSeason({ config, ingest, progress, signal: stop.signal })).toBe(false);
    expect(firstSeasonIsDue({ config, empty: false })).toBe(true);
  });
});
