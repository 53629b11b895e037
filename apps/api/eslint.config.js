import { node } from '@kilim/eslint-preset';

export default [
  ...node,
  // The environment is read once, in one place; everything else gets its settings typed.
  {
    files: [
      'src/config/**/*.ts',
      'test/support/*postgres.js',
      'test/support/databases.ts',
      'test/support/made-up/effort.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
];
