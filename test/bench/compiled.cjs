'use strict';
// Lets compiled code find the libs beside it: `@netral/<lib>` is `libs/<lib>/src` of the same compilation.
const Module = require('node:module');
const path = require('node:path');

const root = path.resolve(process.env.NETRAL_TEST_BENCH_CODE);
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolveAlias(request, ...rest) {
  const [, lib, below] = /^@netral\/([^/]+)(\/.+)?$/.exec(request) ?? [];
  return resolveFilename.call(this, lib === undefined ? request : path.join(root, 'libs', lib, 'src', below ?? 'index'), ...rest);
};
