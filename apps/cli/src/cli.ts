import { readConfig, withoutLongNumbers, type ProgressFactory } from '@netral/platform';
import { EXIT, UsageError, type Command, type CommandContext, type Printer } from './command';
import { closest } from './closest';
import { commands } from './commands';
import { failureOf } from './failure';
import { parseArguments } from './options';
import { overview } from './overview';
import { say } from './words';

/** The world as the command line sees it: what a test stands in for. */
export interface Host {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: Printer;
  readonly progress: ProgressFactory;
  readonly signal: AbortSignal;
  readonly input: AsyncIterable<Uint8Array>;
  readonly version: string;
}

/** Runs one command line. Never throws: whatever happens is a line on `err` and an exit code. */
export const runCli = async (argv: readonly string[], host: Host): Promise<number> => {
  // Whatever a person typed, or a program threw, may hold a number that is somebody's.
  const print: Printer = { out: (line) => host.print.out(line), err: (line) => host.print.err(withoutLongNumbers(line)) };
  try {
    return await dispatch(argv, { ...host, print });
  } catch (error) {
    const { exitCode, message } = failureOf(error);
    print.err(`netral: ${message}`);
    return exitCode;
  }
};

interface CommonArguments {
  readonly rest: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly dataDir: string | undefined;
}

/** Takes out what every command understands; after `--` nothing is an option. */
const takeCommon = (argv: readonly string[]): CommonArguments => {
  const end = argv.indexOf('--');
  const [options, after] = end === -1 ? [argv, []] : [argv.slice(0, end), argv.slice(end)];
  const rest: string[] = [];
  let dataDir: string | undefined;
  for (let index = 0; index < options.length; index += 1) {
    const argument = options[index]!;
    if (argument === '--data-dir') dataDir = options[index += 1] ?? '';
    else if (argument.startsWith('--data-dir=')) dataDir = argument.slice('--data-dir='.length);
    else if (!['--json', '--help', '-h', '--version'].includes(argument)) rest.push(argument);
  }
  if (dataDir === '' || dataDir?.startsWith('-')) throw new UsageError(`--data-dir: ${say('perlu nilai DIR', 'needs a value DIR')}`);
  const has = (...names: readonly string[]): boolean => options.some((each) => names.includes(each));
  return { rest: [...rest, ...after], json: has('--json'), help: has('--help', '-h'), version: has('--version'), dataDir };
};

const dispatch = async (argv: readonly string[], host: Host): Promise<number> => {
  const { rest, json, help, version, dataDir } = takeCommon(argv);
  const [name, ...args] = rest[0] === 'help' ? rest.slice(1) : rest;
  if (version) {
    host.print.out(host.version);
    return EXIT.ok;
  }
  if (name === undefined) {
    host.print[help || rest[0] === 'help' ? 'out' : 'err'](overview(commands));
    return help || rest[0] === 'help' ? EXIT.ok : EXIT.usage;
  }
  const command = commandOf(name);
  if (help || rest[0] === 'help') {
    host.print.out(command.usage);
    return EXIT.ok;
  }
  const read = readConfig(host.environment);
  return run(command, args, { ...host, json, config: dataDir === undefined ? read : { ...read, dataDir } });
};

const commandOf = (name: string): Command => {
  // Refuses an option before the command with the same words as one after it.
  if (name.startsWith('-')) parseArguments([name], {}, 0);
  const command = commands.find((each) => each.name === name);
  if (command !== undefined) return command;
  const near = closest(name, commands.map((each) => each.name));
  throw new UsageError(`${name}: ${say('perintah tidak dikenal', 'unknown command')}${near === undefined ? '' : `; ${say('maksudnya', 'did you mean')} ${near}?`}\n${say('lihat', 'see')} netral --help`);
};

const run = async (command: Command, args: readonly string[], context: CommandContext): Promise<number> => {
  try {
    return await command.run(args, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}\n${say('lihat', 'see')} netral ${command.name} --help`);
  }
};
