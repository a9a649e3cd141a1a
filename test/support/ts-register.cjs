'use strict';
// Lets a plain `node` run our TypeScript without a build: `node -r ./test/support/ts-register.cjs file.ts`.
// For child processes of tests (crash tests, the CLI); types are stripped, not checked. Aliases as in jest.config.js.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const root = path.resolve(__dirname, '..', '..');
process.setSourceMapsEnabled(true);

const compile = (text, filename) =>
  transformSync(text, {
    filename,
    configFile: false,
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  }).code;

require.extensions['.ts'] = (module, filename) => module._compile(compile(readFileSync(filename, 'utf8'), filename), filename);

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolveAlias(request, ...rest) {
  const [, lib, below] = /^@netral\/([^/]+)(\/.+)?$/.exec(request) ?? [];
  return resolveFilename.call(this, lib === undefined ? request : path.join(root, 'libs', lib, 'src', below ?? 'index'), ...rest);
};
