/**
 * Every reason for which a contract refuses a message: a closed list. A code is never renamed: agencies' programs read
 * it from receipts. The ingest adds its own reasons (authority, repeats), which are not of one message alone.
 */
export const reasonCodes = {
  'not-an-object': 'The message is not a JSON object.',
  'too-deep': 'The message is nested deeper than any contract allows.',
  'broken-text': 'A text holds half a character (a lone surrogate), so it can be neither stored nor hashed faithfully.',
  'missing-field': 'A field that the contract demands is not there.',
  'unknown-field': 'A field that the contract does not know. Unknown is refused, so that a misspelt field is not lost in silence.',
  'wrong-type': 'The value is of another kind than the contract says (text, whole number, list, …).',
  'wrong-value': 'The value is not one of the list that the contract allows.',
  'wrong-date': 'Not a day that exists, or not written YYYY-MM-DD.',
  'wrong-time': 'Not an instant by RFC 3339 with seconds and offset.',
  'wrong-format': 'The text is not written in the form that the contract says.',
  'too-short': 'The text is shorter than allowed; mostly: it is empty.',
  'too-long': 'The text is longer than allowed.',
  'too-few': 'The list holds fewer items than allowed; mostly: it is empty.',
  'too-many': 'The list holds more items than allowed.',
  'too-small': 'The number is smaller than allowed.',
  'too-large': 'The number is larger than allowed.',
  'unknown-type': 'No event has this `type`.',
  'reserved-type': 'Events of this `type` are written by Netral itself and cannot be sent.',
  'unknown-version': 'This version of the contract has not been released, or not yet.',
  'type-and-schema-differ': '`type` and `dataschema` name different events.',
  'impossible-nip': 'Not a NIP: 18 digits of a form that PNS or PPPK can have, with dates that exist.',
  'nip-outside-person': 'A NIP stands in a field that is stored in the log, where no personal data may be.',
  'repeated-person': 'One list names the same NIP twice.',
  'repeated-field': 'Two fields that exclude one another are both there.',
  'wrong-order': 'A span ends before it begins.',
  'outside-span': 'A day lies outside the span that the same message states.',
  'not-correctable': 'Messages of this type cannot be corrected or retracted.',
  'correction-changes-matter': 'A correction names another matter (or person, or season) than its corrected data.',
} as const;

export type ReasonCode = keyof typeof reasonCodes;
