/** The launcher and the built server as whoever starts them meets them: processes, their words, their exit codes. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.spec.mjs'],
  moduleFileExtensions: ['mjs', 'js', 'json', 'node'],
  transform: {},
  testTimeout: 120_000,
};
