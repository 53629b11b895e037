import { fileURLToPath } from 'node:url';
import { TYPESCRIPT } from './typescript.js';

/** Tests of TypeScript sources that need a document: jest's own module system, as only that can put one around them. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'default'] },
  testMatch: ['**/src/**/*.spec.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['properties.js', 'text-encoder.js'].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  ),
  transform: { '\\.tsx?$': [fileURLToPath(import.meta.resolve('@swc/jest')), TYPESCRIPT] },
};
