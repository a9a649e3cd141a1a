import * as fc from 'fast-check';
import { exampleMessage } from '../examples';
import { arbitraryFact } from '../testing/arbitrary-data';
import { NAME_MARK, TEXT_MARK } from '../testing/arbitrary-schema';
import { latestVersionOf } from './names';
import { marksOf, sealedTextIdsOf, subjectsOf, toStored, type Replacements } from './personal';
import { validateData } from './read-message';
import { upcast } from './upcast';

/** Pseudonyms that hold nothing of the NIP, the same for the same one. */
const replacements = (): Replacements => {
  const known = new Map<string, string>();
  return {
    subject: (nip) => known.get(nip) ?? (known.set(nip, `subject-${known.size}`), `subject-${known.size - 1}`),
    sealed: (pointer) => `text${pointer.replaceAll('/', '.')}`,
    employer: (_ref, pointer) => `code${pointer.replaceAll('/', '.')}`,
  };
};

describe('what is stored of valid data', () => {
  it('holds no NIP, no name and no free text', () => {
    fc.assert(fc.property(arbitraryFact, ([type, version, data]) => {
      expect(validateData(type, version, data)).toMatchObject({ ok: true });
      const stored = JSON.stringify(toStored(type, version, data, replacements()));
      for (const { nip } of marksOf(type, version, data).identities) expect(stored).not.toContain(nip);
      expect(stored).not.toContain(NAME_MARK);
      expect(stored).not.toContain(TEXT_MARK);
      expect(stored).not.toMatch(/"(nip|name)":/);
    }), { numRuns: 500 });
  });

  it('names exactly the pseudonyms and sealed texts that were put in, also after upcasting', () => {
    fc.assert(fc.property(arbitraryFact, ([type, version, data]) => {
      const [how, { identities, texts }] = [replacements(), marksOf(type, version, data)];
      const stored = toStored(type, version, data, how);
      const subjects = new Set(identities.map(({ nip }) => how.subject(nip)));
      expect(new Set(subjectsOf(type, version, stored))).toEqual(subjects);
      expect(sealedTextIdsOf(type, version, stored).toSorted()).toEqual(texts.map(({ pointer }) => how.sealed(pointer)).toSorted());
      const latest = upcast(type, version, stored);
      expect(new Set(subjectsOf(type, latestVersionOf(type), latest))).toEqual(subjects);
    }), { numRuns: 500 });
  });

  it('leaves what was sent as it was', () => {
    fc.assert(fc.property(arbitraryFact, ([type, version, data]) => {
      const before = JSON.stringify(data);
      toStored(type, version, data, replacements());
      expect(JSON.stringify(data)).toBe(before);
    }));
  });

  it('has each thing at its pointer in the message', () => {
    const { data } = exampleMessage('FactCorrected');
    expect(marksOf('FactCorrected', 1, data)).toEqual({
      identities: [{ pointer: '/data/data/persons/0', nip: '197001011990011001', name: 'Orang Sintetis 001' }],
      texts: [{ pointer: '/data/reason', text: 'Tanggal keputusan untuk Orang Sintetis 001 salah ketik.' }],
      employers: [{ pointer: '/data/data/employer', ref: '74.07' }],
    });
    expect(toStored('FactCorrected', 1, data, replacements())).toMatchObject({
      reason: 'sealed:text.data.reason',
      data: { employer: 'code.data.data.employer', sanction: 'moral-open', persons: [{ subject: 'subject-0' }] },
    });
  });
});
