import { boundaries } from './tools/lint/boundaries.ts';

export default {
  plugins: ['typescript', 'import', 'unicorn', 'node', 'oxc'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  rules: {
    'import/no-cycle': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
  },
  overrides: boundaries,
  ignorePatterns: ['**/dist/**', '**/gen/**'],
};
