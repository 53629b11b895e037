import { node } from '@kilim/eslint-preset';

export default [
  ...node,
  // How long to try is the surroundings' to say, and trials have no config module.
  { files: ['src/support/effort.ts', 'jest.config.js'], rules: { 'no-restricted-properties': 'off' } },
];
