import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** Lines of a file in groups of a size, the last one smaller. */
export async function* lineGroups(file: string, size: number): AsyncGenerator<readonly string[]> {
  let group: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    group.push(line);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
