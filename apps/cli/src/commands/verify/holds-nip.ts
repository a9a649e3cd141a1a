import { containsNip } from '@netral/contracts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether any text, number or key of a JSON text can be a NIP. Text by text: side by side, two dates would look like one. */
export const holdsNip = (json: string): boolean => {
  try {
    return inValue(JSON.parse(json));
  } catch {
    return containsNip(json);
  }
};

const inValue = (value: unknown): boolean => {
  if (typeof value === 'string') return !UUID.test(value) && containsNip(value);
  if (typeof value === 'number') return containsNip(String(value));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => containsNip(key) || inValue(inner));
};
