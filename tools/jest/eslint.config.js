import { node } from '@kilim/eslint-preset';

/** It reads from its surroundings how to test, and puts away what other files have left in Node's own tables. */
export default [
  ...node,
  { rules: { 'no-restricted-properties': 'off', '@typescript-eslint/no-dynamic-delete': 'off' } },
];
