import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { seasonMessages } from '@netral/season';
import type { TestNetral } from '../support/netral';
import { openSeason } from './season-netral';

const SEED = 2020;

/** Every NIP and name that the season's messages name. */
const personsOfSeason = (): { nips: Set<string>; names: Set<string> } => {
  const nips = new Set<string>();
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { nip, name } = value as { nip?: unknown; name?: unknown };
    if (typeof nip === 'string' && /^\d{18}$/.test(nip)) {
      nips.add(nip);
      if (typeof name === 'string') names.add(name);
    }
    Object.values(value).forEach(walk);
  };
  for (const { message } of seasonMessages({ seed: SEED })) walk(message);
  return { nips, names };
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).map((name) => join(folder, name)).flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));

/** Persons that a text names, by the two forms all of them have. Reports how many, never which. */
const { nips, names } = personsOfSeason();
const named = (text: string): number =>
  new Set([...(text.match(/\d{18}/g) ?? []).filter((each) => nips.has(each)), ...(text.match(/Orang Sintetis \d+/g) ?? [])]).size;

/** Every answer there is, to those who may ask for it, a few of each kind. */
const addresses = async (netral: TestNetral): Promise<string[]> => {
  const json = async (path: string): Promise<Record<string, unknown> & { items: Record<string, string>[] }> =>
    (await netral.get(path, { key: 'investigator' })).body;
  const letters = (await json('/v1/recommendations?limit=1000')).items.map(({ recommendationId }) => recommendationId!);
  const events = (await json('/v1/events?limit=1000')).items;
  const streams = [...new Set(events.map(({ stream }) => stream!))];
  const of = (matter: string, limit: number) => streams.filter((each) => each.startsWith(`${matter}-`)).slice(0, limit).map((each) => each.slice(matter.length + 1));
  const matters = [
    ...letters.slice(0, 40).map((id) => `/v1/recommendations/${id}`), ...of('report', 20).map((id) => `/v1/reports/${id}`),
    ...of('complaint', 20).map((id) => `/v1/complaints/${id}`), ...of('personnel', 20).map((id) => `/v1/personnel/${id}`),
  ];
  const pages = Array.from({ length: 8 }, (_, page) => `/v1/events?limit=1000${page === 0 ? '' : `&after=${String(events[events.length - 1]!['position'])}`}`);
  return [
    '/', '/openapi.json', '/v1/figures', '/v1/seasons', '/v1/anomalies', '/v1/dead-letters', '/v1/projections', '/v1/vocabularies', '/v1/recommendations?limit=1000',
    '/v1/figures/reported?by=employer', '/v1/figures/anomalies?by=kind', ...pages, ...matters, ...matters.map((path) => `${path}/history`),
  ];
};

describe('the persons of a whole season', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openSeason(SEED, { stores: 'sqlite' });
  }, 120_000);
  afterAll(() => netral.close());

  it('are many, and the search finds one where there is one', () => {
    expect(nips.size).toBeGreaterThan(1000);
    expect(names.size).toBeGreaterThan(1000);
    expect(named(`x${[...nips][0]!}y ${[...names][0]!}`)).toBe(2);
  });

  it('stand in no answer, whoever asks, not even in one that refuses', async () => {
    const nip = [...nips][0]!;
    const refused = [`/v1/personnel/${nip}`, `/v1/recommendations/${nip}`, `/v1/figures/overdue?employer=${nip}`, `/v1/events?stream=personnel-${nip}`];
    const asked = [...(await addresses(netral)), ...refused];
    const found: string[] = [];
    for (const key of [undefined, 'investigator', 'operator', 'kasn'])
      for (const path of asked) {
        const { text, headers } = await netral.get(path, key === undefined ? {} : { key });
        const everything = text + JSON.stringify([...headers]);
        if (named(everything) > 0) found.push(`${key ?? 'public'} ${path.replace(nip, '<nip>')}`);
      }
    expect(found).toEqual([]);
  }, 120_000);

  it('stand in no line of the log of the process', () => expect(netral.logged.filter((line) => named(line) > 0)).toHaveLength(0));

  it('stand in no byte on disk but the vault’s, and there only sealed', async () => {
    await netral.stop();
    const files = filesBelow(netral.dataDir);
    expect(files.map((file) => basename(file))).toEqual(expect.arrayContaining(['log.db', 'vault.db', 'access.json']));
    const found = files.filter((file) => named(readFileSync(file, 'latin1')) > 0 || named(readFileSync(file, 'utf16le')) > 0).map((file) => basename(file));
    expect(found).toEqual([]);
  }, 60_000);
});
