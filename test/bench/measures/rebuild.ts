import { rebuild } from '@netral/application';
import { storePlaces } from '@netral/application/netral.module';
import { openEventStore } from '@netral/event-store/event-store.module';
import { readConfig } from '@netral/platform';
import { projections } from '@netral/projections';
import { openReadStore } from '@netral/read-store/read-store.module';
import { type Cost, costOf, residentMbMax } from '../cost';

export interface RebuildFound {
  readonly cost: Cost;
  readonly events: number;
  readonly residentMb: number;
}

/** All read models anew from the log, put in the place of the old ones: as `netral rebuild` does. */
export const measureRebuild = async ({ dataDir }: { readonly dataDir: string }): Promise<RebuildFound> => {
  const config = readConfig({ NETRAL_DATA_DIR: dataDir });
  const places = storePlaces(config);
  const eventStore = openEventStore({ kind: 'sqlite', file: places.log, readOnly: true });
  const readStore = openReadStore({ kind: 'sqlite', directory: places.readModels });
  let events = 0;
  const cost = await costOf(async () => {
    events = await rebuild({ eventStore, readStore, projections, batchMax: config.foldBatchMax, documentsCacheMax: config.foldDocumentsCacheMax });
  });
  const residentMb = residentMbMax();
  await readStore.close();
  await eventStore.close();
  return { cost, events, residentMb };
};
