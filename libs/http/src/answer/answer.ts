/** What a controller gives back: a body whose keys stand in their final order, and whether its question left nothing to default. */
export interface Answer {
  readonly body: unknown;
  /** Asked by position and with every default written out: the same bytes for ever. */
  readonly pinned: boolean;
}

export const answer = (body: unknown, pinned = false): Answer => ({ body, pinned });
