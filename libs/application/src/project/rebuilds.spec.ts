import { createLog, silentLog } from '@netral/platform';
import type { Projector } from './projector';
import type { OnRebuildProgress } from './rebuild';
import { Rebuilds } from './rebuilds';

/** A projector whose rebuild ends when it is told to. */
const held = (log = silentLog) => {
  const told: { progress?: OnRebuildProgress; end?: (folded: number) => void; fail?: (error: Error) => void } = {};
  const rebuild = (progress?: OnRebuildProgress) =>
    new Promise<number>((resolve, reject) => Object.assign(told, { progress, end: resolve, fail: reject }));
  return { told, rebuilds: new Rebuilds({ rebuild } as unknown as Projector, { now: () => Date.UTC(2020, 9, 26) }, log) };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('rebuilds asked for', () => {
  it('are one at a time', async () => {
    const { told, rebuilds } = held();
    expect(rebuilds.begin()).toMatchObject({ state: 'running' });
    expect(rebuilds.begin()).toBeUndefined();
    told.end?.(7);
    await settled();
    expect(rebuilds.begin()).toMatchObject({ state: 'running' });
  });
  it('tell how far they are, and what was folded', async () => {
    const { told, rebuilds } = held();
    rebuilds.begin();
    told.progress?.({ folded: 3, total: 7 });
    expect(rebuilds.current).toMatchObject({ state: 'running', folded: 3, total: 7, endedAt: null });
    told.end?.(7);
    await settled();
    expect(rebuilds.current).toMatchObject({ state: 'done', folded: 7, total: 7, endedAt: '2020-10-26T00:00:00.000Z' });
  });
  it('say why they failed, and may be asked for again', async () => {
    const { told, rebuilds } = held();
    rebuilds.begin();
    told.fail?.(new Error('the disk is full'));
    await settled();
    expect(rebuilds.current).toMatchObject({ state: 'failed', reason: 'the disk is full' });
    expect(rebuilds.begin()).toBeDefined();
  });
  it('are given up without an error when the process stops', async () => {
    const lines: string[] = [];
    const { told, rebuilds } = held(createLog('warn', (line) => lines.push(line), () => 0));
    rebuilds.begin();
    told.fail?.(new DOMException('This operation was aborted', 'AbortError') as Error);
    await settled();
    expect(rebuilds.current).toMatchObject({ state: 'failed', reason: 'the process was stopped' });
    expect(lines).toEqual([]);
  });
});
