import type { LogStatements } from './log-statements';
import { unavailable } from './store-errors';

type Reads = Pick<LogStatements, 'head' | 'lastRevision' | 'page' | 'streamPage' | 'locations'>;

/** The reading statements, with SQLite's errors put into the port's words. */
export const guarded = (statements: LogStatements, assertOpen: () => void, file: string): Reads => {
  const guard = <T>(read: () => T): T => {
    assertOpen();
    try {
      return read();
    } catch (error) {
      if (error instanceof RangeError) throw error;
      throw unavailable(error, file);
    }
  };
  return {
    head: () => guard(() => statements.head()),
    lastRevision: (stream) => guard(() => statements.lastRevision(stream)),
    page: (after, until, limit) => guard(() => statements.page(after, until, limit)),
    streamPage: (stream, from, to, limit) => guard(() => statements.streamPage(stream, from, to, limit)),
    locations: (ids) => guard(() => statements.locations(ids)),
  };
};
