import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ingest, WriteGate } from '@netral/application';
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
  readonly gate: WriteGate;
  readonly progress: ProgressFactory;
  readonly signal: AbortSignal;
  /** Whether the log holds no event yet. */
  readonly empty: boolean;
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

/** Whether the first season is still to be recorded, or was begun and not ended. A log that holds other events is left alone. */
export const firstSeasonIsDue = ({ config, empty }: Pick<FirstSeasonParts, 'config' | 'empty'>): boolean =>
  config.season !== 'none' && (empty || readState(config.dataDir)?.state === 'loading');

/**
 * Records the synthetic season through the real ingest, under its simulated clock; other writes wait meanwhile. Begun again after a kill
 * with the same seed, what stands already is a duplicate.
 * @throws SimulatedClockError, IngestUnavailableError
 */
export const recordFirstSeason = async ({ config, ingest, gate, progress, signal }: FirstSeasonParts): Promise<void> => {
  const begun = readState(config.dataDir);
  const seed = begun?.state === 'loading' ? begun.seed : config.seasonSeed;
  writeState(config.dataDir, { season: config.season, seed, state: 'loading' });
  const bar = progress('Musim 2020 (sintetis · synthetic)', countSeason({ seed }));
  gate.pause();
  try {
    const { complete } = await loadSeason(seasonMessages({ seed }), ingest, { batchSize: config.ingestBatchMax, signal, onProgress: (done) => bar.update(done) });
    if (complete) writeState(config.dataDir, { season: config.season, seed, state: 'loaded' });
  } finally {
    bar.stop();
    gate.resume();
  }
};
