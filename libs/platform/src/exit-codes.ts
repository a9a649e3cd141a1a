/** How a process of Netral leaves: commands, the embedded one and the roles alike (docs/reference/cli.md). */
export const EXIT = {
  ok: 0,
  /** Asked for and not there, or a check that found a difference. */
  differs: 1,
  usage: 2,
  /** Done, but some messages were set aside. */
  setAside: 3,
  /** The log is another system's, or a newer Netral's. */
  foreign: 65,
  /** A store, a server or an address cannot be reached or used as it is. */
  unavailable: 69,
  /** A fault of Netral's own. */
  fault: 70,
  /** Disk full or read-only: nothing acknowledged is lost. */
  cannotWrite: 74,
  /** Someone else holds the log; try again, or through the server. */
  locked: 75,
  /** The server is too old. */
  outdated: 76,
  /** The server refuses the user, or its certificate is not to be trusted. */
  denied: 77,
  /** A setting (`NETRAL_…`) that cannot be used. */
  config: 78,
  /** Stopped by Ctrl-C: what was acknowledged stands, and the command may be run again. */
  interrupted: 130,
} as const;

/** By the `reason` that errors of stores carry; any other reason: `unavailable`. */
const ofReason: Readonly<Record<string, number>> = {
  'locked': EXIT.locked, 'contended': EXIT.locked, 'disk-full': EXIT.cannotWrite, 'read-only': EXIT.cannotWrite, 'foreign': EXIT.foreign,
  'denied': EXIT.denied, 'untrusted': EXIT.denied, 'outdated': EXIT.outdated, 'misconfigured': EXIT.config,
};
/** By the `code` of the operating system. */
const ofSystem: Readonly<Record<string, number>> = {
  ENOSPC: EXIT.cannotWrite, EDQUOT: EXIT.cannotWrite, EROFS: EXIT.cannotWrite, EACCES: EXIT.cannotWrite, EPERM: EXIT.cannotWrite, ENOENT: EXIT.cannotWrite,
  ENOTDIR: EXIT.cannotWrite, EISDIR: EXIT.cannotWrite, EADDRINUSE: EXIT.unavailable, EADDRNOTAVAIL: EXIT.unavailable, ECONNREFUSED: EXIT.unavailable, ECONNRESET: EXIT.unavailable,
};

const textOf = (error: unknown, key: string): string | undefined => {
  const found = typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' ? found : undefined;
};

/** An error sorted: its reason or its code of the operating system, and the exit code that goes with it; `fault` for what is neither. */
export const sortError = (error: unknown): { readonly exitCode: number; readonly reason?: string; readonly system?: string } => {
  const [reason, code] = [textOf(error, 'reason'), textOf(error, 'code')];
  if (reason !== undefined) return { exitCode: ofReason[reason] ?? EXIT.unavailable, reason };
  return code !== undefined && Object.hasOwn(ofSystem, code) ? { exitCode: ofSystem[code] as number, system: code } : { exitCode: EXIT.fault };
};
