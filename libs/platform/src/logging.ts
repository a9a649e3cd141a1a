export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
const weight: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/** Structured log: one JSON object a line. Fields are ids, codes, counts and durations; never a message's content. */
export interface Log {
  /** Fields that take work to find are given as a function: asked only where they are written. */
  debug(message: string, fields?: LogFields | (() => LogFields)): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;
export const LOG = Symbol('Log');

/** Sixteen digits and more are cut to their count: a NIP must not reach a log even by mistake. */
export const withoutLongNumbers = (text: string): string => text.replace(/\d(?:[ .-]?\d){15,}/g, (found) => `<${found.replace(/\D/g, '').length} digits>`);

/** A log that writes lines of at least `least` to `write`. */
export const createLog = (least: LogLevel, write: (line: string) => void, now: () => number): Log => {
  const at = (level: LogLevel) => (message: string, fields: LogFields | (() => LogFields) = {}) => {
    if (weight[level] < weight[least]) return;
    const found = typeof fields === 'function' ? fields() : fields;
    write(withoutLongNumbers(JSON.stringify({ at: new Date(now()).toISOString(), level, message, ...found })));
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};

export const silentLog: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
