import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countSeason } from '@netral/season';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { cliOn } from '../testing/run-cli';
import { smallNetral } from '../testing/small-netral';

const folder = temporaryFolder();
const all = (out: string): number => {
  const { recorded, duplicate, setAside } = JSON.parse(out) as { recorded: number; duplicate: number; setAside: number };
  return recorded + duplicate + setAside;
};

describe('netral season', () => {
  it('writes every message of the season, one a line, the same for the same seed', async () => {
    const netral = cliOn(join(folder, 'none'));
    const [one, two] = [join(folder, 'one.ndjson'), join(folder, 'two.ndjson')];
    expect((await netral(['season', 'write', '--out', one, '--seed', '7'])).code).toBe(0);
    await netral(['season', 'write', '--out', two, '--seed', '7']);
    expect(readFileSync(one, 'utf8')).toBe(readFileSync(two, 'utf8'));
    expect(readFileSync(one, 'utf8').trimEnd().split('\n')).toHaveLength(countSeason({ seed: 7 }));
  });

  it('says where it should write', async () => expect((await cliOn(folder)(['season', 'write'])).err).toContain('--out: perlu nilai FILE'));
  it('says that a folder is not there to write into', async () => expect((await cliOn(folder)(['season', 'write', '--out', join(folder, 'no', 'file')])).code).toBe(74));

  it('is recorded under its simulated clock, goes on after a stop, and is then there once', async () => {
    const netral = cliOn(join(folder, 'season'));
    const stop = new AbortController();
    const progress = () => ({ update: () => stop.abort(), stop: () => undefined });
    const stopped = await netral(['season', 'load', '--json'], { signal: stop.signal, progress });
    expect([stopped.code, all(stopped.out)]).toEqual([130, 1000]);
    const { code, out } = await netral(['season', 'load', '--json']);
    expect([code, all(out)]).toEqual([0, countSeason({ seed: 2020 })]);
    expect((await netral(['overdue', '--as-of', '2020-10-26', '--known-at', '2020-11-02'])).out).toContain('131 letters in 67 regions: 16 in 10 provinces, 104 in 48 kabupaten, 11 in 9 kota');
  });

  it('is refused by a log that ends later', async () => {
    await smallNetral(folder);
    const { code, err } = await cliOn(folder)(['season', 'load']);
    expect(code).toBe(1);
    expect(err).toContain('a season is loaded only into a log that ends earlier');
  });
});
