// `npm start`: builds what changed, then runs the embedded Netral in this same process.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt, root } from './ensure-built.mjs';

ensureBuilt();
createRequire(import.meta.url)(join(root, 'dist/apps/standalone/src/main.js'));
