/** Parameters of an address, in the order they are written; an undefined one is left out. */
export type Written = readonly (readonly [name: string, value: string | number | undefined])[];

/** A path with its parameters, always written the same way. */
export const addressOf = (path: string, parameters: Written): string => {
  const written = parameters.flatMap(([name, value]) => (value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]));
  return written.length === 0 ? path : `${path}?${written.join('&')}`;
};

/** Whether a question was asked by its place in the log, with nothing else left that today or a later event could change. */
export const isPinned = (asked: { readonly asOf?: unknown; readonly position?: unknown; readonly season?: unknown }, needsSeason: boolean): boolean =>
  asked.asOf !== undefined && asked.position !== undefined && (!needsSeason || asked.season !== undefined);
