import type { Catalogue, EventData, EventType } from '../catalogue';
import type { DataOf } from './event-contract';
import type { SealedText, SubjectId } from './shapes';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles only for `true`; the check is the compiler's, and `npm run build` makes it. */
const holds = <T extends true>(...proof: T[]): number => proof.length;

type Issued = EventData<'RecommendationIssued'>;
type Sanctioned = EventData<'SanctionImposed'>;

describe('the types of stored data', () => {
  it('follow from the schemas: pseudonyms for persons, sealed text, codes for employers', () => {
    expect(holds<Equal<Issued['persons'][number]['subject'], SubjectId>>(true)).toBe(1);
    expect(holds<Equal<'nip' extends keyof Issued['persons'][number] ? true : false, false>>(true)).toBe(1);
    expect(holds<Equal<'name' extends keyof Issued['persons'][number] ? true : false, false>>(true)).toBe(1);
    expect(holds<Equal<Issued['employer'], string>>(true)).toBe(1);
    expect(holds<Equal<EventData<'RecommendationWithdrawn'>['reason'], SealedText>>(true)).toBe(1);
    expect(holds<Equal<EventData<'RecommendationDelivered'>['proof'], 'post' | 'e-office' | 'hand'>>(true)).toBe(1);
  });

  it('keep what is optional optional, and what is null null', () => {
    expect(holds<Equal<undefined extends Sanctioned['persons'] ? true : false, true>>(true)).toBe(1);
    expect(holds<Equal<undefined extends Issued['persons'] ? true : false, false>>(true)).toBe(1);
    expect(holds<Equal<EventData<'AuthorityGranted'>['validUntil'], string | null>>(true)).toBe(1);
    expect(holds<Equal<EventData<'AuthorityGranted'>['eventTypes'], string[] | 'all'>>(true)).toBe(1);
    expect(holds<Equal<EventData<'FactCorrected'>['data'], { [x: string]: unknown }>>(true)).toBe(1);
  });

  it('are those of the catalogue, by type', () => {
    expect(holds<Equal<Issued, DataOf<Catalogue['RecommendationIssued']>>>(true)).toBe(1);
    expect(holds<Equal<Catalogue['SanctionImposed']['type'], 'SanctionImposed'>>(true)).toBe(1);
    expect(holds<Equal<EventType, keyof Catalogue>>(true)).toBe(1);
  });
});
