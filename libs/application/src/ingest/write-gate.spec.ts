import { IngestPausedError } from './ingest.errors';
import { openFixture } from './testing/fixture';
import { jointDecision, letter, message } from './testing/messages';
import { WriteGate } from './write-gate';

const simulated = (recordedAt: string, messages = jointDecision) => messages.map((each) => ({ ...each, recordedAt }));
const one = message('RecommendationIssued', 'l1', letter('L1'));

describe('while a season is recorded', () => {
  it('the ingest takes no message of now, and says when to come again', async () => {
    const gate = new WriteGate();
    const { ingest, events } = await openFixture({ empty: true, gate });
    gate.pause(7);
    await expect(ingest.submit([one])).rejects.toMatchObject({ name: 'IngestPausedError', retryAfterSeconds: 7 });
    await expect(ingest.submit([...simulated('2020-01-02T00:00:00.000Z'), one])).rejects.toBeInstanceOf(IngestPausedError);
    expect(await events()).toEqual([]);
    await ingest.submit(simulated('2020-01-02T00:00:00.000Z'));
    gate.resume();
    expect(await ingest.submit([one])).toMatchObject([{ outcome: 'recorded' }]);
  });

  it('nothing is judged anew: its clock would run ahead of the season', async () => {
    const gate = new WriteGate();
    const { ingest } = await openFixture({ empty: true, gate });
    const [bad] = await ingest.submit([{ ...one, recordedAt: '2020-01-01T00:00:00.000Z' }]);
    gate.pause();
    await ingest.submit(simulated('2020-01-02T00:00:00.000Z'));
    await expect(ingest.redrive(bad!.deadLetter!)).rejects.toBeInstanceOf(IngestPausedError);
    expect(await ingest.submit(simulated('2020-09-21T00:00:00.000Z', [message('RecommendationIssued', 'l2', letter('L2'))]))).toMatchObject([{ outcome: 'recorded' }]);
  });
});
