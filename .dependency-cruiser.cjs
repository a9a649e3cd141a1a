// The import rules of docs/explanation/architecture.md, as allow-lists: what is not named may not be imported.
// test/architecture/ plants a violation of each rule and sees it bite.
const PURE = ['contracts', 'domain', 'projections', 'figures', 'season'];

/** Libs that each lib may import, besides itself. Ports of stores are their index; adapters lie deeper and stay out of reach. */
const MAY = {
  contracts: [],
  domain: ['contracts'],
  projections: ['contracts', 'domain'],
  figures: ['contracts', 'domain', 'projections'],
  season: ['contracts'],
  'event-store': ['mongodb'],
  'read-store': ['mongodb'],
  messaging: [],
  vault: ['mongodb'],
  mongodb: [],
  platform: [],
  application: ['contracts', 'domain', 'projections', 'figures', 'platform', 'event-store', 'read-store', 'messaging', 'vault'],
  http: ['application', 'contracts', 'platform'],
};
const STORES = ['event-store', 'read-store', 'messaging', 'vault'];
const ADAPTERS = '^libs/(event-store|read-store|messaging|vault)/src/(memory|sqlite|kurrentdb|mongodb|kafka|file)/';
const SPEC = '\\.spec\\.ts$|/testing/|/golden/';

const libRules = Object.entries(MAY).map(([lib, allowed]) => ({
  name: `lib-${lib}`,
  comment: `libs/${lib} may import of ours: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: SPEC },
  to: { path: '^(libs|apps|test|infra)/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...libRules,
    {
      name: 'pure-libs-have-no-io',
      comment: 'No framework, driver or node module in a pure lib: the schema library only.',
      severity: 'error',
      from: { path: `^libs/(${PURE.join('|')})/`, pathNot: SPEC },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'], pathNot: 'node_modules/(@sinclair/typebox|ajv|ajv-formats)/' },
    },
    {
      name: 'adapters-only-by-their-module',
      comment: 'An adapter is seen by the module that chooses it, by its own folder and by tests.',
      severity: 'error',
      from: { pathNot: `${ADAPTERS}|^libs/(${STORES.join('|')})/src/[a-z-]+\\.module\\.ts$|^test/|\\.spec\\.ts$|/testing/` },
      to: { path: ADAPTERS },
    },
    {
      name: 'ports-by-their-index',
      comment: 'From outside, a store lib is its index or its module.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: `^libs/(${STORES.join('|')})/|\\.spec\\.ts$|/testing/` },
      to: { path: `^libs/(${STORES.join('|')})/src/`, pathNot: `^libs/(${STORES.join('|')})/src/(index|[a-z-]+\\.module)\\.ts$` },
    },
    {
      name: 'application-has-no-adapter-module',
      comment: 'Use cases know ports; which adapter stands behind one is wiring.',
      severity: 'error',
      from: { path: '^libs/application/src/', pathNot: '\\.module\\.ts$|\\.spec\\.ts$' },
      to: { path: `^libs/(${STORES.join('|')})/src/[a-z-]+\\.module\\.ts$` },
    },
    { name: 'no-app-imports-an-app', severity: 'error', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    { name: 'nothing-imports-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    { name: 'no-code-imports-tests', severity: 'error', from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$|/testing/' }, to: { path: '^test/|\\.spec\\.ts$|/testing/' } },
    {
      name: 'drivers-only-in-adapters',
      comment: 'better-sqlite3 and its like stay behind the ports; the access log is a store of its own.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: `${ADAPTERS}|^libs/mongodb/src/|\\.spec\\.ts$` },
      to: { path: 'node_modules/(better-sqlite3|mongodb|kafkajs|@eventstore)/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|apps/dashboard|test/bench/peer)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
