/** One thing looked at on a log's home, and what was found there. */
export interface Finding {
  readonly check: 'reachable' | 'version' | 'leader' | 'writable' | 'streams-whole' | 'clock';
  readonly ok: boolean;
  /** In a few words, without paths, users or passwords. */
  readonly found: string;
}
