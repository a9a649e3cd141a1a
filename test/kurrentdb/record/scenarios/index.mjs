// The order is that of the recordings; `restart` comes last, since it takes the server away.
import './features.mjs';
import './append.mjs';
import './append-conflict.mjs';
import './append-bad.mjs';
import './append-concurrent.mjs';
import './bodies.mjs';
import './idempotence.mjs';
import './reads.mjs';
import './delete.mjs';
import './metadata.mjs';
import './links.mjs';
import './subscribe-stream.mjs';
import './subscribe-all.mjs';
import './persistent.mjs';
import './world.mjs';
import './restart.mjs';

export { scenarios } from '../scenario.mjs';
