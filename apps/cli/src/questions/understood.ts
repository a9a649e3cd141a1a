import { say, spoken, type Words } from '../words';

interface Version {
  readonly id: string;
  readonly version: number;
}

/** What every answer about a season says of its question. */
export interface Understood {
  readonly season?: string;
  readonly synthetic?: boolean | null;
  readonly asOf: string;
  readonly knownAt: string;
  readonly position: string;
  readonly rule?: string;
  readonly rules?: readonly Version[];
  readonly calendar?: string;
  readonly calendars?: readonly Version[];
  readonly hypothetical?: boolean;
  readonly by?: readonly string[];
  readonly filters?: Readonly<Record<string, string>>;
  readonly notes?: readonly Words[];
  readonly self: string;
}

export const versions = (list: readonly Version[] = []): string => list.map(({ id, version }) => `${id}@${version}`).join(', ');

export const syntheticMark = ({ synthetic }: Pick<Understood, 'synthetic'>): string => (synthetic === true ? `  [${say('sintetis', 'synthetic')}]` : '');

/** The question as understood, beneath an answer. */
export const understood = (answer: Understood): readonly string[] => {
  const filters = Object.entries(answer.filters ?? {}).map(([name, value]) => `${name}=${value}`).join(' ');
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say('musim', 'season'), answer.season],
    [say('pada', 'as of'), answer.asOf],
    [say('diketahui sampai', 'known at'), `${answer.knownAt} (${answer.position})`],
    [say('aturan', 'rule'), withVersions(answer.rule, answer.rules)],
    [say('kalender', 'calendar'), withVersions(answer.calendar, answer.calendars)],
    [say('pengandaian', 'hypothetical'), answer.hypothetical === true ? say('ya', 'yes') : undefined],
    [say('dirinci', 'by'), answer.by === undefined || answer.by.length === 0 ? undefined : answer.by.join(', ')],
    [say('saringan', 'filters'), filters === '' ? undefined : filters],
    ...(answer.notes ?? []).map((note) => [say('catatan', 'note'), spoken(note)] as const),
    ['self', answer.self],
  ];
  const shown = rows.filter((row): row is readonly [string, string] => row[1] !== undefined);
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
};

const withVersions = (asked: string | undefined, used: readonly Version[] | undefined): string | undefined =>
  asked === undefined ? undefined : used === undefined || used.length === 0 ? asked : `${asked} (${versions(used)})`;
