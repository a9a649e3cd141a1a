const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Pseudonyms named anywhere in a value, each once: events and documents name a person under `subject`, or in a list `persons`. */
export const personsIn = (value: unknown): readonly string[] => {
  const found = new Set<string>();
  const walk = (each: unknown, key: string): void => {
    if (typeof each === 'string') {
      if ((key === 'subject' || key === 'persons') && UUID.test(each)) found.add(each);
    } else if (Array.isArray(each)) {
      for (const inner of each) walk(inner, key);
    } else if (typeof each === 'object' && each !== null) {
      for (const [name, inner] of Object.entries(each)) walk(inner, name);
    }
  };
  walk(value, '');
  return [...found];
};
