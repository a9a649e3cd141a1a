/** Of the persons that a matter names, those whose pseudonyms stand anywhere in what is shown. */
export const personsShown = (items: readonly object[], named: readonly string[]): readonly string[] => {
  const text = JSON.stringify(items);
  return named.filter((person) => text.includes(person));
};
