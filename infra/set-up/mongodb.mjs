// One-shot: makes a replica set of the server and two users: one for the read models, one for the vault, each for its database and nothing else. Run again, it
// sets their passwords and changes nothing else. Without MONGODB_REPLICA_SET the set is somebody else's, and left alone. Indexes are made, and checked at each start, by the roles themselves.
import { MongoClient } from 'mongodb';
import { patiently, run, say, secret, setting } from './said.mjs';

const UNKNOWN_COMMAND = 59;
const NOT_INITIATED = 94;
const ALREADY_INITIATED = 23;
const NO_SUCH_USER = 11;
const AUTHENTICATION_FAILED = 18;

/** @param command runs a command on the admin database */
export const makeReplicaSet = async (command, name, host) => {
  try {
    await command({ replSetGetStatus: 1 });
    return 'stands';
  } catch (error) {
    if (error.code !== NOT_INITIATED) throw error;
  }
  try {
    await command({ replSetInitiate: { _id: name, members: [{ _id: 0, host }] } });
  } catch (error) {
    if (error.code !== ALREADY_INITIATED) throw error;
  }
  return 'made';
};

/** @param command runs a command on the database that the user is of */
export const makeUser = async (command, database, user, password) => {
  const account = { pwd: password, roles: [{ role: 'readWrite', db: database }] };
  try {
    await command({ updateUser: user, ...account });
    return 'stands';
  } catch (error) {
    if (error.code === UNKNOWN_COMMAND) return 'unknown to this server';
    if (error.code !== NO_SUCH_USER) throw error;
  }
  await command({ createUser: user, ...account });
  return 'made';
};

const main = async () => {
  const address = process.env.MONGODB_ROOT_PASSWORD_FILE
    ? setting('MONGODB_ADDRESS').replace('//', `//root:${encodeURIComponent(secret('MONGODB_ROOT_PASSWORD_FILE'))}@`)
    : setting('MONGODB_ADDRESS');
  const client = new MongoClient(address, { directConnection: true, serverSelectionTimeoutMS: 5000 });
  const on = (database) => (command) => client.db(database).command(command);
  const final = ({ code }) => code === AUTHENTICATION_FAILED;
  try {
    await patiently('connecting to MongoDB', () => on('admin')({ ping: 1 }), { final });
    const set = process.env.MONGODB_REPLICA_SET;
    say(`replica set: ${set ? await makeReplicaSet(on('admin'), set, setting('MONGODB_HOST')) : 'left alone'}`);
    // A member that has only just been told is no primary yet, and refuses writes.
    for (const of of ['MONGODB', 'MONGODB_VAULT']) {
      const [database, name] = [setting(`${of}_DATABASE`), setting(`${of}_USER`)];
      const user = await patiently('making the user', () => makeUser(on(database), database, name, setting(`${of}_PASSWORD`)), { final });
      say(`user ${name}: ${user}`);
    }
  } finally {
    await client.close();
  }
};

if (process.argv[1] === new URL(import.meta.url).pathname) await run('mongodb', main);
