import { existsSync } from 'node:fs';
import { storePlaces } from '@netral/application/netral.module';
import { NO_POSITION, type EventStore } from '@netral/event-store';
import { projections } from '@netral/projections';
import { ReadStoreError } from '@netral/read-store';
import { openReadStore } from '@netral/read-store/read-store.module';
import type { CommandContext } from '../../command';
import { say } from '../../words';
import type { DoctorFinding } from './doctor-finding';

const COUNTED_MAX = 10_000;

/** How many events each projection is behind. Being behind is no fault: it is what a stopped server leaves. */
export const projectionLags = async (store: EventStore, { config }: CommandContext): Promise<readonly DoctorFinding[]> => {
  const directory = storePlaces(config).readModels;
  if (config.readStore !== 'sqlite' || !existsSync(directory)) return none();
  try {
    const models = openReadStore({ kind: 'sqlite', directory, readOnly: true });
    try {
      const lags = new Map<string, string>();
      const findings: DoctorFinding[] = [];
      for (const { name } of projections) {
        const at = (await models.checkpoint(name)) ?? NO_POSITION;
        if (!lags.has(at)) lags.set(at, await behind(store, at));
        findings.push({ check: `lag ${name}`, ok: true, found: lags.get(at)! });
      }
      return findings;
    } finally {
      await models.close();
    }
  } catch (error) {
    if (error instanceof ReadStoreError) return none();
    throw error;
  }
};

const none = (): readonly DoctorFinding[] => projections.map(({ name }) => ({ check: `lag ${name}`, ok: true, found: say('belum dilipat', 'not folded yet') }));

const behind = async (store: EventStore, at: string): Promise<string> => {
  let count = 0;
  for await (const _ of store.readAll(at, { limit: COUNTED_MAX })) count += 1;
  return `${count}${count === COUNTED_MAX ? '+' : ''} ${say('peristiwa', 'events')}`;
};
