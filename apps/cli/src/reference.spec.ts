import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from './command';
import { commands } from './commands';

const page = readFileSync(join(__dirname, '../../../docs/reference/cli.md'), 'utf8');
const sections = page.split(/^## /m).slice(1);

describe('docs/reference/cli.md', () => {
  it('has one section a command, in the order of the help', () =>
    expect(sections.map((section) => section.split('\n')[0])).toEqual(['Exit codes', ...commands.map(({ name }) => `netral ${name}`)]));
  it.each(commands.map(({ name, usage }) => [name, usage]))('shows the usage of %s as --help does', (name, usage) => {
    const section = sections.find((each) => each.startsWith(`netral ${name}\n`)) ?? '';
    expect(/^```text\n([^]*?)\n```$/m.exec(section)?.[1]).toBe(usage);
  });
  it('explains every exit code', () => {
    const rows = [...page.matchAll(/^\| (\d+) \| `(\w+)` \| \S/gm)].map(([, code, name]) => [name, Number(code)]);
    expect(Object.fromEntries(rows)).toEqual(EXIT);
  });
});
