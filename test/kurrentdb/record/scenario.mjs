import { randomUUID } from 'node:crypto';
import { jsonEvent } from './client.mjs';
import { client, runId } from './connection.mjs';

export const scenarios = [];
/** What is called, and the function that gives the facts seen. */
export const scenario = (name, calls, run, { slow = false, timeout } = {}) => scenarios.push({ name, calls, run, slow, timeout });

/** Each scenario works under a prefix of its own, and names its event ids. */
export const contextOf = () => ({
  prefix: `rec${runId}${randomUUID().slice(0, 4)}.`,
  idNames: new Map(),
  ids: new Map(),
  stream(name) {
    return `${this.prefix}${name}`;
  },
  id(name) {
    if (!this.ids.has(name)) {
      const id = randomUUID();
      this.ids.set(name, id);
      this.idNames.set(id, name);
    }
    return this.ids.get(name);
  },
});

export const ev = (ctx, idName, type = 'T', data = { n: 1 }, metadata) =>
  jsonEvent({ ...(idName ? { id: ctx.id(idName) } : {}), type, data, ...(metadata !== undefined ? { metadata } : {}) });

export const fill = (ctx, stream, n, type = 'T') =>
  client.appendToStream(stream, Array.from({ length: n }, (_, i) => ev(ctx, null, type, { n: i })));
