import { cruise, PlantedTree } from './planted-tree';

const nothing = 'export const nothing = 0;\n';
const using = (from: string) => `import * as it from '${from}';\nexport const used = it;\n`;

describe('the import rules', () => {
  it('find nothing in the tree as it is', () => expect([...cruise()]).toEqual([]), 120_000);

  describe('bite where a violation is planted', () => {
    /** One file a violation: rule, file, what it holds. */
    const planted: readonly (readonly [rule: string, file: string, content: string])[] = [
      ['lib-contracts', 'libs/contracts/src/planted.ts', using('@netral/domain')],
      ['lib-domain', 'libs/domain/src/planted.ts', using('@netral/projections')],
      ['lib-projections', 'libs/projections/src/planted.ts', using('@netral/figures')],
      ['lib-figures', 'libs/figures/src/planted.ts', using('@netral/read-store')],
      ['lib-season', 'libs/season/src/planted.ts', using('@netral/figures')],
      ['lib-event-store', 'libs/event-store/src/planted.ts', using('@netral/contracts')],
      ['lib-read-store', 'libs/read-store/src/planted.ts', using('@netral/projections')],
      ['lib-messaging', 'libs/messaging/src/planted.ts', using('@netral/contracts')],
      ['lib-vault', 'libs/vault/src/planted.ts', using('@netral/contracts')],
      ['lib-platform', 'libs/platform/src/planted.ts', using('@netral/contracts')],
      ['lib-application', 'libs/application/src/planted.ts', using('@netral/http')],
      ['lib-http', 'libs/http/src/planted.ts', using('@netral/event-store')],
      ['pure-libs-have-no-io', 'libs/domain/src/planted-node.ts', using('node:fs')],
      ['pure-libs-have-no-io', 'libs/figures/src/planted-framework.ts', using('@nestjs/common')],
      ['pure-libs-have-no-io', 'libs/projections/src/planted-driver.ts', using('better-sqlite3')],
      ['adapters-only-by-their-module', 'libs/application/src/planted-adapter.ts', using('@netral/event-store/sqlite/planted-store')],
      ['ports-by-their-index', 'libs/application/src/planted-deep.ts', using('@netral/event-store/event-store')],
      ['application-has-no-adapter-module', 'libs/application/src/planted-wiring.ts', using('@netral/event-store/event-store.module')],
      ['no-app-imports-an-app', 'apps/cli/src/planted.ts', using('../../standalone/src/main')],
      ['nothing-imports-apps', 'libs/http/src/planted-app.ts', using('../../../apps/standalone/src/main')],
      ['no-code-imports-tests', 'libs/http/src/planted-test.ts', using('../../../test/support/thing')],
      ['no-code-imports-tests', 'libs/http/src/planted-helper.ts', using('@netral/event-store/testing/helper')],
      ['drivers-only-in-adapters', 'libs/http/src/planted-driver.ts', using('better-sqlite3')],
      ['no-cycle', 'libs/http/src/planted-a.ts', using('./planted-b')],
      ['nothing-unresolved', 'libs/http/src/planted-nowhere.ts', using('./nowhere')],
    ];
    const around = {
      ...Object.fromEntries(['contracts', 'domain', 'projections', 'figures', 'season', 'event-store', 'read-store', 'messaging', 'vault', 'mongodb', 'platform', 'application', 'http'].map((lib) => [`libs/${lib}/src/index.ts`, nothing])),
      'libs/event-store/src/event-store.ts': nothing,
      'libs/event-store/src/event-store.module.ts': using('./sqlite/planted-store'),
      'libs/event-store/src/sqlite/planted-store.ts': nothing,
      'libs/event-store/src/testing/helper.ts': using('../sqlite/planted-store'),
      'libs/http/src/planted-b.ts': using('./planted-a'),
      'apps/standalone/src/main.ts': nothing,
      'test/support/thing.ts': nothing,
    };
    let tree: PlantedTree;
    let found: Set<string>;
    beforeAll(() => {
      tree = new PlantedTree({ ...around, ...Object.fromEntries(planted.map(([, file, content]) => [file, content])) });
      found = tree.cruise();
    }, 60_000);
    afterAll(() => tree.remove());

    it.each(planted)('%s: %s', (rule, file) => expect(found).toContain(`${rule} ${file}`));
    it('and nowhere else: a module, or a helper of tests, may see an adapter', () =>
      expect([...found].filter((each) => each.endsWith('event-store.module.ts') || each.endsWith('testing/helper.ts'))).toEqual([]));
  });
});
