const SHOWN_MAX = 80;
const SEPARATORS = /[^\p{L}\p{Nd}+]+/gu;
const LONG_NUMBER = /\p{Nd}{16,}/u;

/** Whether a text could hold a NIP or another long number of a person: then only its shape may be shown. */
export const mayHoldNumber = (text: string): boolean => LONG_NUMBER.test(text.normalize('NFKC').replace(SEPARATORS, ''));

/** A value's shape, which reveals nothing of a person: `17 digits`, `text of 12 characters`, `list of 3`. */
export const shapeOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'string') return /^\d+$/.test(value) ? `${value.length} digits` : `text of ${[...value].length} characters`;
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'true or false' : 'object';
};

/** A value of a field that is not personal, cut to 80 characters and without control characters; its shape if it may hold a NIP. */
export const foundIn = (value: unknown): string => {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' && typeof value !== 'number') return shapeOf(value);
  const text = String(value);
  if (mayHoldNumber(text.slice(0, 1000)) || text.length > 1000) return shapeOf(value);
  const shown = text.replace(/[\p{C}\u2028\u2029]/gu, '\ufffd');
  const characters = [...shown];
  return characters.length > SHOWN_MAX ? `${characters.slice(0, SHOWN_MAX).join('')}…` : shown;
};

const FIELD_NAME = /^[a-z][A-Za-z0-9_]{0,39}$/;
/** Whether a field's name, which a sender may choose at will, can be shown and pointed at. */
export const showableName = (name: string): boolean => FIELD_NAME.test(name) && !mayHoldNumber(name);
/** An unexpected field, by its name where that can be shown. */
export const nameFound = (name: string): string => (showableName(name) ? `field ${name}` : `field name: ${shapeOf(name)}`);
