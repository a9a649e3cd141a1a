import type { Expected } from './check-append';
import { invalidArgument } from './status';

interface Options {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** The four ways to say what revision a stream is expected at. `revision` is the number, if one was given; `none` names the missing choice. */
export function expectedOf(options: Options, revision: string | undefined, none: string): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream_exists';
  if (revision === undefined) throw invalidArgument(`'None' is not a valid EventStore.Client.Streams.${none}`);
  return BigInt(revision);
}
