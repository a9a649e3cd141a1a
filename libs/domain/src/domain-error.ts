/** Every reason for which a decision of ours is refused: a closed list. A code is never renamed. */
export const domainErrorCodes = {
  'reprimand-list-exists': 'The list of this reprimand has been drawn already.',
  'nothing-overdue': 'No recommendation to a region is overdue at the cut-off.',
  'too-many-entries': 'The list would be longer than one event may hold.',
  'repeated-recommendation': 'A recommendation stands twice among the candidates.',
  'wrong-order': 'A span ends before it begins.',
  'outside-span': 'A day lies outside the span of its calendar.',
  'repeated-day': 'A calendar names a day twice.',
  'unknown-calendar': 'A rule of working days needs a calendar that has been adopted.',
  'season-exists': 'A season of this id has been opened already.',
  'grant-exists': 'A grant of this id has been recorded already.',
  'unknown-grant': 'No grant of this id has been recorded.',
  'unknown-event-type': 'No event of the role has this type.',
  'unknown-employer': 'No employer has this code, in any edition of the region codes.',
  'unknown-category': 'No category has this code.',
} as const;

export type DomainErrorCode = keyof typeof domainErrorCodes;

/** A decision refused; the message says field, found and expected, and never a person. */
export class DomainError extends Error {
  constructor(readonly code: DomainErrorCode, message: string) {
    super(message);
    this.name = 'DomainError';
  }
}
