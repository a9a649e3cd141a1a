import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const PURE = ['libs/contracts/src/**', 'libs/domain/src/**', 'libs/projections/src/**', 'libs/figures/src/**', 'libs/season/src/**'];
const impure = (name, message) => ({ selector: name, message });

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'node_modules/**', 'coverage/**', 'apps/dashboard/**', 'test/architecture/planted/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      // The in-memory EventBus keeps nothing, awaits nothing and loses failures: what reacts is a subscription with a checkpoint.
      'no-restricted-imports': ['error', { paths: [{ name: '@nestjs/cqrs', importNames: ['EventBus', 'EventsHandler', 'Saga', 'EventPublisher', 'AggregateRoot'], message: 'Only CommandBus and QueryBus: what reacts is a subscription with a checkpoint.' }] }],
    },
  },
  {
    files: PURE,
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'crypto', 'performance', 'Intl', 'console', 'Buffer'],
      'no-restricted-syntax': [
        'error',
        impure("NewExpression[callee.name='Date'][arguments.length=0]", 'No clock in a pure lib: take the day or instant as an argument.'),
        impure("MemberExpression[object.name='Date'][property.name='now']", 'No clock in a pure lib.'),
        impure("MemberExpression[object.name='Math'][property.name='random']", 'No chance in a pure lib: take a seeded generator.'),
        impure("CallExpression[callee.property.name=/^toLocale/]", 'No locale in a pure lib.'),
        impure("CallExpression[callee.property.name='localeCompare']", 'No locale in a pure lib: compare code units.'),
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 500 }], '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['apps/cli/**', 'apps/standalone/**', 'infra/**', 'test/support/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', module: 'writable', require: 'readonly', Buffer: 'readonly', URL: 'readonly', fetch: 'readonly', setTimeout: 'readonly', performance: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-console': 'off' },
  },
);
