import type { Witnessed } from './run-schedule';

/** What is broken of what the store promises, in words; none, if all is kept. */
export const broken = ({ log, acknowledged, refused, seen }: Witnessed): readonly string[] => {
  const idOf = (place: string): string => place.split(' ')[1]!;
  const ids = log.map(idOf);
  const held = new Set(log);
  const words: string[] = [];
  for (const place of acknowledged) if (!held.has(place)) words.push(`acknowledged and not there: ${place}`);
  for (const id of new Set(ids)) if (ids.indexOf(id) !== ids.lastIndexOf(id)) words.push(`there twice: ${log.filter((place) => idOf(place) === id).join(', ')}`);
  for (const id of refused) if (ids.includes(id)) words.push(`refused and there: ${id}`);
  const streamOf = (place: string): string => place.split('@')[0]!;
  for (const stream of new Set(acknowledged.map(streamOf))) {
    const told = acknowledged.filter((place) => streamOf(place) === stream);
    const stands = log.filter((place) => told.includes(place));
    if (told.join() !== stands.join()) words.push(`acknowledged in another order: ${stream}`);
  }
  if (seen.join('\n') !== log.join('\n')) words.push(`the subscriber saw ${seen.length} events, the log holds ${log.length}, or in another order`);
  return words;
};
