import { NO_POSITION } from '@netral/event-store';
import { openFixture, type Fixture } from './testing/fixture';
import { letter, message, nameOf, nipOf } from './testing/messages';

let fixture: Fixture;
beforeEach(async () => void (fixture = await openFixture()));
const persons = (name: string) => [{ nip: nipOf(1), name, sanction: 'moral-open', legalBasis: 'PP 42/2004' }];
const giveNamed = (name: string, addressedOffice: string) => fixture.give(message('RecommendationIssued', 'm1', letter('L1', { addressedOffice, persons: persons(name) })));
const wholeLog = async (): Promise<string> => {
  const parts: string[] = [];
  for await (const { data, metadata } of fixture.store.readAll(NO_POSITION)) parts.push(data, metadata);
  return parts.join('\n');
};
const stray = (pointer: string) => ({ outcome: 'set-aside', reason: { code: 'name-outside-person', pointer } });

describe('the name of a person of the message', () => {
  it.each([
    ['Drs. Pegawai Contoh, M.Si', 'a.n. Pegawai Contoh'],
    ['Dr. H. Pegawai Contoh, S.H., M.H.', 'Bupati u.p. PEGAWAI CONTOH'],
    ['PEGAWAI CONTOH SE MM', 'u.p. Pegawai  Contoh'],
    ['Prof Dr Pegawai Contoh SpA', 'a.n. Pegawai Contoh'],
    ['Pegawai Contoh', 'a.n. Drs. Pegawai Contoh, M.Si'],
    ['Pegawai Contoh', 'a.n. Pega\u00adwai\u00a0Contoh'],
    ['Pegawai Contoh', 'a.n. Ｐegawai Contoh'],
  ])('%s is found in "%s"', async (name, office) => expect(await giveNamed(name, office)).toMatchObject(stray('/data/addressedOffice')));

  it.each([
    ['Drs. Contoh, M.Si', 'Dinas Contoh'],
    ['Pegawai Contoh', 'Bupati Contoh'],
    ['Dr. H. Ali', 'H. Ali, Bupati'],
  ])('%s is not seen in "%s": one word alone is too often a word', async (name, office) => expect(await giveNamed(name, office)).toMatchObject({ outcome: 'recorded' }));

  it('is found in the subject and in the id of the envelope, and does not reach the log by them', async () => {
    expect(await fixture.give(message('RecommendationIssued', 'm1', letter('L1'), { subject: `a.n. ${nameOf(1)}` }))).toMatchObject(stray('/subject'));
    const named = message('RecommendationIssued', `surat ${nameOf(1)}`, letter('L1'));
    const first = await fixture.give(named);
    expect(first).toMatchObject({ ...stray('/id'), id: null });
    expect(await fixture.give(named)).toEqual(first);
    expect(await wholeLog()).not.toContain(nameOf(1));
  });

  it('does not reach the log by the id of a message that is set aside for another reason', async () => {
    const named = (id: string, extra: object) => message('RecommendationIssued', `${id} ${nameOf(1)}`, letter('L1', extra));
    for (const extra of [{ season: 'none-such' }, { issuedOn: 'never' }, { employer: '99.99' }]) expect(await fixture.give(named(JSON.stringify(extra).slice(2, 5), extra))).toMatchObject({ outcome: 'set-aside', id: null });
    expect(await fixture.give({ ...named('x', {}), sender: { agency: 'bkn' } })).toMatchObject({ outcome: 'set-aside', reason: { code: 'sender-not-source' }, id: null });
    expect(await wholeLog()).not.toContain(nameOf(1));
  });
});
