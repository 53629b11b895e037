import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });

/** Angular in jsdom as ES modules; workspace packages resolve to their sources. */
export default {
  ...preset,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'default'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.angular/'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
