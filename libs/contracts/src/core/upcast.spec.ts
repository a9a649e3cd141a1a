import * as fc from 'fast-check';
import { arbitraryData, arbitraryFact } from '../testing/arbitrary-data';
import { latestVersionOf } from './names';
import { nestedOf } from './corrected';
import { marksOf, toStored } from './personal';
import { validateData } from './read-message';
import { employersOf, ownDayOf, streamOf } from './stream';
import { upcast } from './upcast';

const asIs = { subject: (nip: string) => nip, sealed: () => 'text', employer: (ref: string) => ref };

/** Stored data written again as an agency would send it, so that the contract can judge it. */
const asSent = (stored: unknown): unknown =>
  JSON.parse(JSON.stringify(stored, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('subject' in value)) return value;
    const { subject: nip, ...traits } = value as { subject: string };
    return { nip, ...traits };
  }));

describe('upcasting', () => {
  it('gives, from whatever an earlier version accepts, data that the latest accepts', () => {
    fc.assert(fc.property(arbitraryFact, ([type, version, data]) => {
      const latest = upcast(type, version, toStored(type, version, data, asIs));
      expect(validateData(type, latestVersionOf(type), asSent(latest))).toEqual({ ok: true, value: undefined });
    }), { numRuns: 500 });
  });

  it('changes nothing of the latest version', () => {
    fc.assert(fc.property(arbitraryFact, ([type, version, data]) => {
      const latest = upcast(type, version, toStored(type, version, data, asIs));
      expect(upcast(type, latestVersionOf(type), latest)).toEqual(latest);
    }));
  });

  it('brings what a correction holds to the latest version too, and says so', () => {
    const type = 'FactCorrected';
    fc.assert(fc.property(arbitraryData(type, 1), (data) => {
      const latest = upcast(type, 1, toStored(type, 1, data, asIs));
      const [before, after] = [nestedOf(type, data), nestedOf(type, latest)];
      expect(after?.version).toBe(latestVersionOf(before!.type));
      expect(after?.data).toEqual(upcast(before!.type, before!.version, toStored(before!.type, before!.version, before!.data, asIs)));
    }));
  });

  it('knows no version that was not released', () => {
    expect(() => upcast('SanctionImposed', 2, {})).toThrow(RangeError);
    expect(() => upcast('SanctionImposed', 0, {})).toThrow(RangeError);
  });
});

describe('the stream of an event', () => {
  it('is the same for a correction as for what it corrects', () => {
    const type = 'FactCorrected';
    fc.assert(fc.property(arbitraryData(type, 1), (data) => {
      const correction = upcast(type, 1, toStored(type, 1, data, asIs));
      const nested = nestedOf(type, correction);
      expect(streamOf(type, correction)).toBe(streamOf(nested!.type, nested!.data as never));
      expect(employersOf(type, correction)).toEqual(employersOf(nested!.type, nested!.data as never));
    }));
  });

  it('is named by the matter, and no event is without its own day', () => {
    fc.assert(fc.property(arbitraryFact, ([type, version, data]) => {
      const latest = upcast(type, version, toStored(type, version, data, asIs));
      expect(streamOf(type, latest)).toMatch(/^(rules|(report|complaint|recommendation|personnel|reprimand|oversight|intake)-.+)$/);
      expect(ownDayOf(type, latest)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }));
  });

  it('speaks only for employers that the message names', () => {
    fc.assert(fc.property(arbitraryFact, ([type, version, data]) => {
      const named = marksOf(type, version, data).employers.map(({ ref }) => ref);
      const latest = upcast(type, version, toStored(type, version, data, asIs));
      expect(employersOf(type, latest).every((employer) => named.includes(employer))).toBe(true);
    }));
  });
});
