import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NetralModule } from '@netral/application/netral.module';
import { createHttpApp } from '@netral/http';
import { readConfig, silentLog } from '@netral/platform';
import { openNetral } from '../support/netral';
import { jointDecision } from './answers.history';

const HEADINGS = '#netral FollowUpStarted v1;season;recommendationId;employer;startedOn';

describe('spreadsheets on servers', () => {
  it('are taken by the process that takes messages in, and by no process that only answers', async () => {
    const embedded = await openNetral({ stores: 'sqlite' });
    const { dataDir, keys } = embedded;
    await embedded.give(...jointDecision);
    await embedded.stop();
    const config = readConfig({ NETRAL_DATA_DIR: dataDir });
    const served = async (app: NestExpressApplication, ask: (address: string) => Promise<void>): Promise<void> => {
      await app.listen(0, '127.0.0.1');
      try {
        await ask(`http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`);
      } finally {
        app.getHttpServer().closeAllConnections();
        await app.close();
      }
    };
    const post = (address: string) => fetch(`${address}/v1/spreadsheets?record=true`, {
      method: 'POST', body: `${HEADINGS}\n;pilkada-2020;R1;33.11;26 Oktober 2020`, headers: { 'authorization': `Bearer ${keys['ppk-33-11']}`, 'content-type': 'text/csv' },
    });
    await served(await createHttpApp(NetralModule.forIngest(config, { log: silentLog }), 'ingestor'), async (address) => {
      expect(await (await post(address)).json()).toMatchObject({ rows: [{ row: 2, outcome: 'recorded', stream: 'recommendation-R1' }] });
    });
    await served(await createHttpApp(NetralModule.forAnswering(config, { log: silentLog }), 'api'), async (address) => {
      const answer = await post(address);
      expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([404, expect.stringContaining('ingestor')]);
    });
    const again = await openNetral({ stores: 'sqlite', dataDir });
    await again.close();
  });
});
