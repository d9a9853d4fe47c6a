import eslint from '@eslint/js';
import query from '@tanstack/eslint-plugin-query';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const refuse = (message, ...group) => ({ group, message });

const noFeatures = refuse('shared knows nothing of features', '@/features/**');
const noApp = refuse('only routes and main know the app', '@/app/*', '@/routes/*', '**/routeTree.gen');
const noSiblings = refuse(
  'features are composed in routes; what two of them share belongs to shared/',
  '@/features/**',
  '../*/*',
  '../../*/**',
);
const noCharts = refuse('ECharts comes only through shared/charts/line-chart', 'echarts', 'echarts/*');

/** Imports go one way: shared ← features ← app ← routes. */
const imports = (files, ...patterns) => ({
  files: [files],
  ignores: ['**/*.test.{ts,tsx}'],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  { ignores: ['dist', 'src/routeTree.gen.ts', 'src/shared/api/schema.d.ts'] },
  eslint.configs.recommended,
  tseslint.configs.strict,
  query.configs['flat/recommended'],
  hooks.configs.flat['recommended-latest'],
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 300],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // TanStack Virtual cannot be memoized by the compiler, which we do not use.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['src/**'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AwaitExpression:not(:function *)',
          message: 'a file that waits at its top may wait for a chunk that waits for it',
        },
      ],
    },
  },
  imports('src/shared/**', noFeatures, noApp, noCharts),
  imports('src/shared/charts/line-chart-echarts.tsx', noFeatures, noApp),
  imports('src/features/**', noSiblings, noApp, noCharts),
  imports('src/app/**', refuse('routes compose the app', '@/routes/*'), noCharts),
  imports('src/routes/**', noCharts),
  {
    files: ['scripts/**', '*.config.{js,ts}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
);
