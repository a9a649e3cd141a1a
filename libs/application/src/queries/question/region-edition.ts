import { entryOf, regionCodeIn, type RegionEdition } from '@netral/contracts';
import type { Problems } from './problems';

interface Filtered {
  readonly employer?: readonly string[];
  readonly province?: readonly string[];
}

const isRegion = (code: string): boolean => /^\d\d(\.\d\d)?$/.test(code);

/** A code of an employer as a season's edition writes it; undefined where that edition has none such. A central agency's is always the same. */
export const codeInEdition = (edition: RegionEdition, code: string): string | undefined => (isRegion(code) ? regionCodeIn(edition, code) : code);

/** Filters with their codes as the season's edition writes them, so that no code of another edition finds silently nothing. Notes those that it has none for; what is no code at all is for others to note. */
export const inEdition = <T extends Filtered>(asked: T, edition: RegionEdition, problems: Problems): T => {
  const mapped: Record<string, readonly string[]> = {};
  for (const name of ['employer', 'province'] as const) {
    const values = asked[name];
    if (values === undefined) continue;
    const codes = values.map((value) => {
      const code = codeInEdition(edition, value);
      if (code === undefined && entryOf('employers', value) !== undefined) problems.add(name, value, `a code that has its like in the edition of the season, ${edition}`);
      return code ?? value;
    });
    mapped[name] = [...new Set(codes)].sort();
  }
  return { ...asked, ...mapped };
};
