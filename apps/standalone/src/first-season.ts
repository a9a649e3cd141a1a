import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ingest } from '@netral/application';
import { loadSeason } from '@netral/application/season';
import type { Config, ProgressFactory } from '@netral/platform';
import { countSeason, seasonMessages } from '@netral/season';

/** Whether the first season is being recorded or is: kept beside the stores, so that a start after a kill goes on. */
interface SeasonState {
  readonly season: string;
  readonly seed: number;
  readonly state: 'loading' | 'loaded';
}

export interface FirstSeasonParts {
  readonly config: Config;
  readonly ingest: Ingest;
  readonly progress: ProgressFactory;
  readonly signal: AbortSignal;
}

const stateFile = (dataDir: string): string => join(dataDir, 'season.json');
const readState = (dataDir: string): SeasonState | undefined => {
  const file = stateFile(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SeasonState) : undefined;
};
const writeState = (dataDir: string, state: SeasonState): void => {
  const file = stateFile(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(state)}\n`);
  renameSync(`${file}.new`, file);
};

/** Whether the first season is still to be recorded (`empty`: the log holds no event), or was begun and not ended. A log that holds other events is left alone. */
export const firstSeasonIsDue = ({ config, empty }: { readonly config: Config; readonly empty: boolean }): boolean =>
  config.season !== 'none' && (empty || readState(config.dataDir)?.state === 'loading');

/**
 * Records the synthetic season through the real ingest, under its simulated clock; whoever calls keeps other writes waiting meanwhile. Begun again after a kill
 * with the same seed, what stands already is a duplicate. Whether it is complete: told to stop in the middle, it is not.
 * @throws SimulatedClockError, IngestUnavailableError
 */
export const recordFirstSeason = async ({ config, ingest, progress, signal }: FirstSeasonParts): Promise<boolean> => {
  const begun = readState(config.dataDir);
  const seed = begun?.state === 'loading' ? begun.seed : config.seasonSeed;
  writeState(config.dataDir, { season: config.season, seed, state: 'loading' });
  const bar = progress('Musim 2020 (sintetis · synthetic)', countSeason({ seed }));
  try {
    const { complete } = await loadSeason(seasonMessages({ seed }), ingest, { batchSize: config.ingestBatchMax, signal, onProgress: (done) => bar.update(done) });
    if (complete) writeState(config.dataDir, { season: config.season, seed, state: 'loaded' });
    return complete;
  } finally {
    bar.stop();
  }
};
