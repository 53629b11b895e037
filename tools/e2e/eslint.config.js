import { node } from '@kilim/eslint-preset';

export default [
  ...node,
  // Which browser to use and how long to go on is the surroundings' to say, and journeys have no config module.
  {
    files: [
      'support/browser.ts',
      'support/effort.ts',
      'support/every-kind.mjs',
      'support/pictured.ts',
      'support/server.ts',
      'support/sweep.ts',
      'support/visitor.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
];
