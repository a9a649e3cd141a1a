import { loadSeason } from '@netral/application/season';
import { seasonMessages } from '@netral/season';
import { type TestNetral, openNetral } from '../support/netral';
import type { Ask } from './published/ask';

/** Messages in one durable write of the loader. */
const BATCH_MAX = 1000;
/** Long after the season: what is not asked for as known then is asked as known today. */
const NOW = Date.UTC(2021, 1, 1, 3);

/** A whole Netral in this process that holds the synthetic season of 2020, recorded through the real ingest under its simulated clock. */
export const openSeason = async (seed: number, options: { readonly stores?: 'memory' | 'sqlite' } = {}): Promise<TestNetral> => {
  const netral = await openNetral({ ...options, now: NOW, settings: { NETRAL_SEASON: 'none' } });
  await loadSeason(seasonMessages({ seed }), netral.ingest, { batchSize: BATCH_MAX });
  await netral.projector.caughtUp();
  return netral;
};

/** Asks it over HTTP as an investigator, who sees every cell. */
export const askOf = (netral: TestNetral, key = 'investigator'): Ask => (path) => netral.get(path, { key });
