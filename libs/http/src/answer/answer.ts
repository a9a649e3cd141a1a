import type { Answered } from '@netral/application';

/** What a controller gives to be written: a body whose keys stand in their final order. */
export type Answer = Answered<object>;

export const answer = (body: object, pinned = false): Answer => ({ body, pinned });
