import { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { KurrentDbEventStore } from '@netral/event-store/kurrentdb/kurrentdb-event-store';
import { Sender } from '@netral/event-store/kurrentdb/append/sender';
import * as fc from 'fast-check';
import { CheckpointFollower } from './planted/checkpoint-follower';
import { blindRetry } from './planted/blind-retry';
import { broken } from './promises';
import { type OpenAt, runSchedule } from './run-schedule';
import { APPEND_MS_MAX, schedules } from './schedule';
import { fault } from './server/faults';
import { twoWriters } from './two-writers';

const QUICK = { appendMsMax: APPEND_MS_MAX, readMsMax: 500, retry: { attemptsMax: 12, delayMs: 2, delayMsMax: 40 } };
const ONE_WINNER = 'RevisionConflictError and appended';
const open: OpenAt = (address) => new KurrentDbEventStore({ ...QUICK, address });

describe('a log on a server that fails', () => {
  const stray: unknown[] = [];
  const note = (reason: unknown): void => void stray.push(reason);
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => void process.off('unhandledRejection', note));
  afterEach(() => jest.restoreAllMocks());

  it('holds what it acknowledged, once and in order, nothing that it refused, and shows all of it once', async () => {
    await fc.assert(fc.asyncProperty(schedules, async (schedule) => expect(broken(await runSchedule(schedule, open))).toEqual([])), { numRuns: 25, endOnFailure: true });
    expect(stray).toEqual([]);
  }, 120_000);

  it('lets one of two writers follow a revision, and tells the other', async () => expect(await twoWriters(open, 20)).toEqual(Array(20).fill(ONE_WINNER)));

  describe('is told from one with', () => {
    /** Answers lost after the write, late writes and a subscription that breaks off: where each of these mistakes shows. */
    const schedule = {
      seed: 7, restarts: [], batches: Array.from({ length: 6 }, () => [0, 1, 0, 2, 1, 0]),
      rules: [
        { rpc: 'batch-append', fault: fault.answerLost(), probability: 0.15 },
        { rpc: 'batch-append', fault: fault.delayBefore(APPEND_MS_MAX + 20), probability: 0.1 },
        { rpc: 'subscribe', fault: fault.dropAfter(7, 'unavailable'), probability: 0.7 },
      ],
    } as const;

    it('no mistake, on the very schedule that shows them', async () => expect(broken(await runSchedule(schedule, open))).toEqual([]));

    it('a blind retry', async () => {
      jest.spyOn(Sender.prototype as never, 'settle').mockImplementation(blindRetry as never);
      expect((await runSchedule(schedule, open).then(broken)).join()).toContain('there twice');
    });

    it('any revision', async () => {
      const any = function (this: BatchAppendReq.Options): BatchAppendReq.Options {
        return this.setAny(new Empty() as never);
      };
      jest.spyOn(BatchAppendReq.Options.prototype, 'setStreamPosition').mockImplementation(any);
      jest.spyOn(BatchAppendReq.Options.prototype, 'setNoStream').mockImplementation(any);
      expect(await twoWriters(open, 5)).not.toEqual(Array(5).fill(ONE_WINNER));
    });

    it('a checkpoint taken from checkpointReached', async () =>
      expect((await runSchedule(schedule, (address) => new CheckpointFollower({ ...QUICK, address })).then(broken)).join()).toContain('the subscriber saw'));
  });
});
