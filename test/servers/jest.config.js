const base = require('../../jest.config.js');

/** The suites that need real servers: `npm run test:servers`. @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  testMatch: ['**/*.servers.spec.ts', '<rootDir>/test/servers/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/servers/global-setup.ts',
  globalTeardown: '<rootDir>/test/servers/global-teardown.ts',
  testTimeout: 120_000,
};
