import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { letter, message, sanction } from '@netral/application/ingest/testing/messages';
import { jointMessages2020 } from '@netral/season';
import { cliOn } from './run-cli';

export const jointLines: readonly string[] = jointMessages2020().map((each) => JSON.stringify(each.message));

/** Letters of September 2020 to the PPK of Wakatobi, due 14 days later; `L2` is sanctioned in time. */
export const letterLines: readonly string[] = [
  ...['L1', 'L2', 'L3'].map((id) => String(message('RecommendationIssued', `m-${id}`, letter(id)).content)),
  String(message('SanctionImposed', 's-L2', sanction('L2'), { agency: 'ppk' }).content),
];

/** Writes lines to a file in the folder; its path. */
export const ndjson = (folder: string, name: string, lines: readonly string[], end = '\n'): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n') + end);
  return file;
};

/** A data folder with the joint decision of 2020 and three letters, recorded by `netral import`. */
export const smallNetral = async (folder: string): Promise<void> => {
  const { code, err } = await cliOn(folder)(['import', ndjson(folder, 'small.ndjson', [...jointLines, ...letterLines])]);
  if (code !== 0) throw new Error(`import: exit ${code} ${err}`);
};
