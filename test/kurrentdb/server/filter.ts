import type { ReadReq } from './protocol';
import type { LogRecord } from './record';
import { handlerThrew } from './status';

const DEFAULT_WINDOW = 32;

export interface Filter {
  readonly matches: (record: LogRecord) => boolean;
  /** A checkpoint comes after so many events were looked at. */
  readonly checkpointEvery: number;
}

const predicate = (expression: ReadReq.Options.FilterOptions.Expression): ((text: string) => boolean) => {
  const prefixes = expression.getPrefixList();
  if (expression.getRegex() === '') return (text) => prefixes.some((prefix) => text.startsWith(prefix));
  let pattern: RegExp;
  try {
    pattern = new RegExp(expression.getRegex());
  } catch {
    throw handlerThrew();
  }
  return (text) => pattern.test(text);
};

/** Prefixes (any of them) or one expression that is searched for, on the name of the stream or the type of the event. */
export function filterOf(options: ReadReq.Options.FilterOptions | undefined): Filter | undefined {
  if (options === undefined) return undefined;
  const byStream = options.getStreamIdentifier();
  const byType = options.getEventType();
  const holds = predicate(byStream ?? byType ?? handlerless());
  return {
    matches: byStream === undefined ? (record) => holds(record.type) : (record) => holds(record.stream),
    checkpointEvery: (options.hasMax() ? options.getMax() : DEFAULT_WINDOW) * options.getCheckpointintervalmultiplier(),
  };
}

const handlerless = (): never => {
  throw handlerThrew();
};
