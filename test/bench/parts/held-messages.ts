import type { CorpusLine } from '../measures/corpus';
import { lineGroups } from '../measures/read-lines';

/** A message as an agency would hand it over now. */
export interface HeldMessage {
  readonly agency: string;
  readonly content: string;
}

/** The season's last messages, after those that are recorded already. */
export const heldMessages = async (corpus: string, recorded: number): Promise<readonly HeldMessage[]> => {
  const held: HeldMessage[] = [];
  let place = 0;
  for await (const group of lineGroups(corpus, 1000)) {
    for (const line of group) if ((place += 1) > recorded) held.push(messageOf(line));
  }
  return held.filter(({ content }) => content.startsWith('{'));
};

const messageOf = (line: string): HeldMessage => {
  const { agency, message } = JSON.parse(line) as CorpusLine;
  return { agency, content: typeof message === 'string' ? '' : JSON.stringify(message) };
};
