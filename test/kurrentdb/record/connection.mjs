import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from './client.mjs';
import { opt } from './options.mjs';

export const url = opt('url', 'esdb://127.0.0.1:2113?tls=false');
export const address = url.replace(/^[a-z+]+:\/\//, '').replace(/^[^@]*@/, '').split(/[/?,]/)[0];
export const runId = randomUUID().slice(0, 8);
export const withQuery = (extra) => url + (url.includes('?') ? '&' : '?') + extra;

/** Clients to be closed at the end. */
export const open = new Set();
export const connect = (to = url) => {
  const made = EventStoreDBClient.connectionString(to);
  open.add(made);
  return made;
};

/** The one that most scenarios share. */
export const client = connect();
