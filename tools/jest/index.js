import { fileURLToPath } from 'node:url';

/** Tests of TypeScript sources in Node, which loads them itself: swc compiles, workspace packages are their sources. */
export default {
  testEnvironment: 'node',
  testRunner: fileURLToPath(new URL('runner.js', import.meta.url)),
  testMatch: ['**/src/**/*.spec.{ts,tsx}', '**/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {},
};
