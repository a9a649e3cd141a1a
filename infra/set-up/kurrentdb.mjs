// One-shot: a user with no more rights than Netral needs (docs/kurrentdb.md), and the rights themselves. Run again, it sets the same once more.
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { patiently, run, say, setting } from './said.mjs';

const NEEDED = ['netral', '$admins'];

/** Rights on streams that name none of their own. */
export const DEFAULT_RIGHTS = {
  $userStreamAcl: { $r: NEEDED, $w: ['netral'], $d: '$admins', $mr: NEEDED, $mw: '$admins' },
  $systemStreamAcl: { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' },
};
/** On the whole log. */
export const RIGHTS_ON_ALL = { $acl: { $r: NEEDED, $mr: NEEDED } };

const ask = ({ origin, authority, admin }, method, path, body) =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const sent = request(new URL(path, origin), {
      method, ca: authority, auth: `admin:${admin}`, timeout: 10_000, headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) },
    });
    sent.on('error', reject).on('timeout', () => sent.destroy(new Error('no answer within 10 s')));
    sent.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode)).on('error', reject);
    });
    sent.end(text);
  });

/** Makes the user, or sets the password of the one that is there. */
export const makeUser = async (server, loginName, password) => {
  const found = await ask(server, 'GET', `/users/${loginName}`);
  const [status, done] = found === 404
    ? [await ask(server, 'POST', '/users/', { loginName, fullName: 'Netral', groups: ['netral'], password }), 'made']
    : [await ask(server, 'POST', `/users/${loginName}/command/reset-password`, { newPassword: password }), 'stands'];
  if (status >= 300) throw new Error(`user ${loginName}: the server answered ${status}`);
  return done;
};

const lastOf = async (client, stream) => {
  let last;
  try {
    // To its end: a client whose reading was left in the middle never lets go.
    for await (const { event } of client.readStream(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 1 })) last = event;
  } catch (error) {
    if (error.type !== 'stream-not-found') throw error;
  }
  return last;
};

const grant = async (client, stream, type, data) => {
  const last = await lastOf(client, stream);
  if (last?.type === type && JSON.stringify(last.data) === JSON.stringify(data)) return 'stand';
  await client.appendToStream(stream, jsonEvent({ type, data }));
  return 'set';
};

const main = async () => {
  const [host, authorityFile, admin] = [setting('KURRENTDB_HOST'), setting('KURRENTDB_CA_FILE'), setting('KURRENTDB_ADMIN_PASSWORD')];
  const server = { origin: `https://${host}`, authority: readFileSync(authorityFile), admin };
  const final = ({ message }) => /answered (400|401|403)/.test(message);
  const user = await patiently('making the user', () => makeUser(server, setting('KURRENTDB_USER'), setting('KURRENTDB_PASSWORD')), { final });
  say(`user ${setting('KURRENTDB_USER')}: ${user}`);
  const client = EventStoreDBClient.connectionString(`esdb://admin:${encodeURIComponent(admin)}@${host}?tls=true&tlsCAFile=${authorityFile}`);
  try {
    say(`default rights: ${await patiently('default rights', () => grant(client, '$settings', 'update-default-acl', DEFAULT_RIGHTS))}`);
    say(`rights on the whole log: ${await patiently('rights on the whole log', () => grant(client, '$$$all', '$metadata', RIGHTS_ON_ALL))}`);
  } finally {
    await client.dispose();
  }
};

if (process.argv[1] === new URL(import.meta.url).pathname) await run('kurrentdb', main);
