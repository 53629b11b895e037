import preset from '@kilim/jest-preset/with-properties.js';

/** One PostgreSQL for the whole run, a database for each suite; both cores are busy enough with two workers. */
export default {
  ...preset,
  globalSetup: './test/support/start-postgres.js',
  globalTeardown: './test/support/stop-postgres.js',
  maxWorkers: 2,
  testTimeout: 60_000,
};
