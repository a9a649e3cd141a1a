import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { countSeason, seasonMessages, type SeasonOptions } from '@netral/season';
import { EXIT, type CommandContext } from '../../command';
import { say } from '../../words';

/** One message a line, as its sender would hand it over; the simulated clock is not in it. */
const lines = function* (options: SeasonOptions, told: (written: number) => void, signal: AbortSignal): Generator<string> {
  let written = 0;
  for (const { message } of seasonMessages(options)) {
    if (signal.aborted) return;
    // What a sender cut or misspelt is one line all the same.
    yield typeof message === 'string' ? message.replace(/[\r\n]+/g, ' ') : JSON.stringify(message);
    told(written += 1);
  }
};

/** Writes a season to a file, or to standard output for `-`. */
export const writeMessages = async (out: string, options: SeasonOptions, { print, progress, signal, json }: CommandContext): Promise<number> => {
  if (out === '-') {
    for (const line of lines(options, () => undefined, signal)) print.out(line);
    return signal.aborted ? EXIT.interrupted : EXIT.ok;
  }
  const bar = progress(say('tulis', 'write'), countSeason(options));
  let count = 0;
  const told = (written: number): void => bar.update(count = written);
  const text = function* (): Generator<string> {
    for (const line of lines(options, told, signal)) yield `${line}\n`;
  };
  await pipeline(Readable.from(text()), createWriteStream(out)).finally(() => bar.stop());
  if (signal.aborted) {
    print.err(say(`dihentikan setelah ${count} pesan; berkas tidak lengkap`, `stopped after ${count} messages; the file is not whole`));
    return EXIT.interrupted;
  }
  print.out(json ? JSON.stringify({ written: count, file: out }) : say(`${count} pesan sintetis ditulis ke ${out}`, `${count} synthetic messages written to ${out}`));
  return EXIT.ok;
};
