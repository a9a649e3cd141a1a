import { noProgress, type ProgressFactory } from '@netral/platform';
import { runCli } from '../cli';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly progress?: ProgressFactory;
}

/** One command line in this process, on a data folder of its own. */
export const cliOn = (dataDir: string) =>
  async (argv: readonly string[], { input = [], environment = {}, signal = new AbortController().signal, progress = noProgress }: RunOptions = {}): Promise<Ran> => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runCli(argv, {
      environment: { NETRAL_DATA_DIR: dataDir, ...environment },
      print: { out: (line) => void out.push(line), err: (line) => void err.push(line) },
      input: chunks(input), signal, progress, version: '1.2.3',
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };

async function* chunks(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
