import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './compose-file';

export interface Stage {
  readonly from: string;
  readonly name: string | undefined;
  /** Its instructions, one each. */
  readonly lines: readonly string[];
}

/** What is copied: from the repository, or from an earlier stage. */
export interface Copy {
  readonly stage: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

export const stages = (): readonly Stage[] => {
  const lines = readFileSync(join(REPOSITORY, 'infra/Dockerfile'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.join('\n').split(/^(?=FROM )/m).map((text) => {
    const [first = '', ...rest] = text.trim().split('\n');
    const [, from = '', , name] = first.split(' ');
    return { from, name, lines: rest };
  });
};

export const copies = ({ lines }: Stage): readonly Copy[] =>
  lines.filter((line) => line.startsWith('COPY ')).map((line) => {
    const words = line.split(' ').slice(1);
    const stage = words[0]?.startsWith('--from=') === true ? words.shift()?.slice('--from='.length) : undefined;
    return { stage, sources: words.slice(0, -1), target: words.at(-1) as string };
  });
