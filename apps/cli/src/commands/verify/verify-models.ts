import { rebuild, FoldError } from '@netral/application';
import type { EventStore } from '@netral/event-store';
import { projections } from '@netral/projections';
import type { ReadStore } from '@netral/read-store';
import { openReadStore } from '@netral/read-store/read-store.module';
import type { CommandContext } from '../../command';
import { say } from '../../words';
import type { Checks } from './checks';
import { compareDocuments } from './compare-documents';
import { compareRows } from './compare-rows';

/**
 * Folds the log once more, in memory, and compares what the read models hold with that: every document, every row, the log index.
 * A writer beside us may be ahead of either; what lies beyond both is left out.
 */
export const verifyModels = async (store: EventStore, models: ReadStore, checks: Checks, { config, progress, signal }: CommandContext): Promise<void> => {
  const fresh = openReadStore({ kind: 'memory' });
  const bar = progress(say('lipat', 'fold'), 0);
  try {
    const head = await store.head();
    await rebuild({
      eventStore: store, readStore: fresh, projections, signal, batchMax: config.foldBatchMax, documentsCacheMax: config.foldDocumentsCacheMax,
      onProgress: ({ folded, total }) => bar.update(folded, total),
    });
    for (const { name } of projections) {
      const checkpoint = (await models.checkpoint(name)) ?? '';
      checks.see('models-complete', checkpoint >= head, () => `${name}: ${checkpoint === '' ? '–' : checkpoint}, expected ${head}`);
    }
    const events = Math.min(await models.logLength(), await fresh.logLength());
    await compareLogIndex(models, fresh, events, checks);
    for (const projection of projections) {
      await compareDocuments(projection.name, models, fresh, checks);
      for (const table of Object.keys(projection.tables)) await compareRows(`${projection.name}/${table}`, models, fresh, events, checks);
    }
  } catch (error) {
    if (error instanceof FoldError) checks.see('models-complete', false, () => error.message);
    else if (!signal.aborted) throw error;
  } finally {
    bar.stop();
    await fresh.close();
  }
};

const compareLogIndex = async (models: ReadStore, fresh: ReadStore, events: number, checks: Checks): Promise<void> => {
  const [found, expected] = [await indexOf(models, events), await indexOf(fresh, events)];
  for (let ordinal = 0; ordinal < events; ordinal += 1) checks.see('log-index', found[ordinal] === expected[ordinal], () => `ordinal ${ordinal}: ${found[ordinal]}, expected ${expected[ordinal]}`);
};

const indexOf = async (store: ReadStore, events: number): Promise<readonly string[]> => {
  const entries: string[] = [];
  for await (const { positions, knownFrom } of store.logIndex(0)) positions.forEach((position, index) => entries.push(`${position} ${knownFrom[index]}`));
  return entries.slice(0, events);
};
