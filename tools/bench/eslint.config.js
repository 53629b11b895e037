import { node } from '@kilim/eslint-preset';

export default [
  ...node,
  // Started from the command line; its references get their settings like any program of their kind.
  {
    files: ['src/main.ts', 'src/references/*-server.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
];
