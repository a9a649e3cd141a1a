import { PlantedTree } from './planted-tree';

describe('the lint rules bite where a violation is planted', () => {
  const planted: readonly (readonly [rule: string, file: string, content: string])[] = [
    ['no-restricted-imports', 'libs/application/src/bus.ts', "import { EventBus } from '@nestjs/cqrs';\nexport const bus = EventBus;\n"],
    ['no-restricted-syntax', 'libs/domain/src/clock.ts', 'export const now = () => Date.now();\n'],
    ['no-restricted-syntax', 'libs/figures/src/clock.ts', 'export const now = () => new Date();\n'],
    ['no-restricted-syntax', 'libs/season/src/chance.ts', 'export const chance = () => Math.random();\n'],
    ['no-restricted-syntax', 'libs/projections/src/locale.ts', 'export const order = (a: string, b: string) => a.localeCompare(b);\n'],
    ['no-restricted-globals', 'libs/contracts/src/environment.ts', 'export const home = () => process.env;\n'],
    ['@typescript-eslint/no-misused-promises', 'libs/application/src/callback.ts', "import { EventEmitter } from 'node:events';\nnew EventEmitter().on('data', async () => { await Promise.resolve(); });\n"],
    ['@typescript-eslint/no-floating-promises', 'libs/application/src/floating.ts', 'export const go = () => { Promise.resolve(1); };\n'],
    ['no-console', 'libs/http/src/print.ts', "export const print = () => console.log('x');\n"],
    ['max-lines', 'libs/http/src/long.ts', Array.from({ length: 301 }, (_, line) => `export const line${line} = ${line};`).join('\n')],
    ['max-lines-per-function', 'libs/http/src/long-function.ts', `export const long = () => {\n${'  void 0;\n'.repeat(90)}};\n`],
  ];
  let tree: PlantedTree;
  let found: Set<string>;
  beforeAll(() => {
    tree = new PlantedTree(Object.fromEntries(planted.map(([, file, content]) => [file, content])));
    found = tree.lint();
  }, 120_000);
  afterAll(() => tree.remove());

  it.each(planted)('%s: %s', (rule, file) => expect(found).toContain(`${rule} ${file}`));
});
