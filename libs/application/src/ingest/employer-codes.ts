import { resolveEmployer, shapeOf, type Marks, type RegionEdition } from '@netral/contracts';
import type { Reason } from './ingest';

const CODE = /^(?:\d{1,4}(?:\.\d{1,4})*|pusat\.[a-z0-9-]{1,40})$/;

export type EmployerCodes =
  | { readonly ok: true; readonly codeOf: (ref: string) => string }
  | { readonly ok: false; readonly reason: Reason };

/** The codes, in the edition of the season, of all employers that a message names. */
export const employerCodes = ({ employers }: Pick<Marks, 'employers'>, edition: RegionEdition): EmployerCodes => {
  const codes = new Map<string, string>();
  for (const { pointer, ref } of employers) {
    if (codes.has(ref)) continue;
    const resolution = resolveEmployer(ref, edition);
    if (resolution.ok) {
      codes.set(ref, resolution.code);
      continue;
    }
    const { reason: code } = resolution;
    // What is no code and no known name may be anything that slipped into the field, a person's name too.
    const found = code === 'ambiguous-employer' || CODE.test(ref) ? ref : shapeOf(ref);
    const expected = code === 'ambiguous-employer' ? `one of ${resolution.candidates.join(', ')}` : `an employer of the region codes of ${edition}, or pusat.<name>`;
    return { ok: false, reason: { code, pointer, found, expected } };
  }
  return { ok: true, codeOf: (ref) => codes.get(ref) ?? ref };
};
