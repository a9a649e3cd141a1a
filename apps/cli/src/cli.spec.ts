import { temporaryFolder } from '../../../test/support/temporary-folder';
import { commands } from './commands';
import { cliOn } from './testing/run-cli';

const netral = cliOn(temporaryFolder());

describe('the command line', () => {
  it('says on standard output what commands there are when asked for help', async () => {
    const { code, out } = await netral(['--help']);
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  });
  it('says the same on standard error when given nothing, and fails', async () =>
    expect(await netral([])).toEqual({ code: 2, out: '', err: (await netral(['--help'])).out }));
  it.each(commands.map(({ name }) => name))('explains %s', async (name) => {
    const { code, out } = await netral([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^netral ${name}\\b`));
    expect(await netral(['help', name])).toEqual({ code, out, err: '' });
  });
  it('says its version', async () => expect(await netral(['--version'])).toEqual({ code: 0, out: '1.2.3', err: '' }));
  it('names the command that was meant', async () => {
    const { code, err } = await netral(['figur']);
    expect(code).toBe(2);
    expect(err).toContain('figur: perintah tidak dikenal · unknown command; maksudnya · did you mean figure?');
  });
  it.each([
    [['figure', 'overdue', '--unitt', 'persons'], '--unitt: opsi tidak dikenal · unknown option; maksudnya · did you mean --unit?'],
    [['overdue', '--asof', '2020-10-26'], 'did you mean --as-of?'],
    [['--verbose', 'figure'], '--verbose: opsi tidak dikenal · unknown option'],
    [['events', '--limit'], '--limit: perlu nilai N · needs a value N'],
    [['events', '--limit', '--type', 'SeasonOpened'], '--limit: perlu nilai N · needs a value N'],
    [['events', '--limit=1', '--limit=2'], '--limit: hanya boleh sekali · may stand once only'],
    [['verify', 'everything'], 'everything: argumen berlebih · one argument too many'],
    [['figure', '--data-dir'], '--data-dir: perlu nilai DIR · needs a value DIR'],
    [['import'], 'berkas mana? sebutkan FILE'],
    [['why'], 'surat mana? sebutkan id-nya · which letter? name its id'],
    [['keys', 'make'], 'keys make: seharusnya list, add atau revoke'],
    [['season', 'begin'], 'season begin: seharusnya list, write atau load'],
    [['season', 'load', '--scale', '0'], '--scale: ditemukan 0'],
    [['dead-letters'], 'seharusnya list, show atau redrive'],
    [['figure', '--unit', 'persons'], '--unit: perlu nama angka di depannya · needs the name of a figure before it'],
  ])('refuses %j', async (argv, message) => {
    const { code, out, err } = await netral(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
  it('takes settings from the environment and says which is wrong', async () => {
    const { code, err } = await netral(['figure'], { environment: { NETRAL_HTTP_PORT: 'x' } });
    expect(code).toBe(78);
    expect(err).toContain('NETRAL_HTTP_PORT: found "x"');
  });
  it.each([['figure', 'overdue'], ['overdue'], ['why', 'L1'], ['events'], ['verify'], ['season', 'list'], ['dead-letters', 'list']])('says that there is no log yet: %s', async (...argv) => {
    const { code, err } = await netral(argv);
    expect(code).toBe(69);
    expect(err).toContain('there is no log in this data folder yet');
  });
  it('does not ask stores that keep nothing', async () =>
    expect((await netral(['events'], { environment: { NETRAL_EVENT_STORE: 'memory' } })).code).toBe(69));
  it('never repeats a long number, whatever it was typed for', async () => {
    const { err } = await netral(['figure', '199001012015011001']);
    expect(err).toContain('<18 digits>');
    expect(err).not.toContain('199001012015011001');
  });
});
