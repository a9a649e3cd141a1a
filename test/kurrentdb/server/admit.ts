import type { Admit } from './grpc-server';
import { accessDenied, unauthenticated } from './status';

const STREAMS = '/event_store.client.streams.';

const named = (header: string): [string, string] => {
  const [name = '', ...password] = Buffer.from(header.replace(/^Basic /i, ''), 'base64').toString('utf8').split(':');
  return [name, password.join(':')];
};

/** Who may read and write: everyone, or, if users are given, whoever brings the name and password of one. Not recorded from a real node. */
export const admitting =
  (users: Readonly<Record<string, string>> | undefined): Admit =>
  ({ path, headers }) => {
    if (users === undefined) return;
    // The client asks for features without credentials, so those are for everyone.
    if (headers.authorization === undefined && !path.startsWith(STREAMS)) return;
    if (headers.authorization === undefined) throw accessDenied();
    const [name, password] = named(headers.authorization);
    if (users[name] === undefined || users[name] !== password) throw unauthenticated();
  };
