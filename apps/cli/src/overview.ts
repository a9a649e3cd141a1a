import type { Command } from './command';
import { commonOptions } from './options';
import { say, spoken } from './words';

/** The help of `netral` itself. */
export const overview = (commands: readonly Command[]): string => {
  const rows = commands.map(({ name, summary }) => [name, spoken(summary)] as const);
  const options = [
    ...Object.entries(commonOptions).map(([name, { meaning }]) => [name === 'data-dir' ? '--data-dir DIR' : `--${name}`, spoken(meaning)] as const),
    ['--version', say('versi Netral', 'version of Netral')] as const,
  ];
  const width = Math.max(...[...rows, ...options].map(([left]) => left.length));
  const lines = (list: readonly (readonly [string, string])[]): string[] => list.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  return [
    `netral ${say('PERINTAH [argumen]', 'COMMAND [arguments]')}`, '',
    ...lines(rows), '', ...lines(options), '',
    say('Bantuan satu perintah', 'Help of one command') + ': netral COMMAND --help',
  ].join('\n');
};
