#!/usr/bin/env node
// `npx netral …`: the command line, built first if its sources changed.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt, root } from './ensure-built.mjs';

ensureBuilt({ only: 'code' });
createRequire(import.meta.url)(join(root, 'dist/apps/cli/src/main.js'));
