import preset from '@kilim/jest-preset/with-properties.js';

/** One trial at a time: each wants the machine to itself. In full they take hours, in short some seconds each. */
export default {
  ...preset,
  testTimeout: process.env.KILIM_TRIALS === 'long' ? 6 * 60 * 60_000 : 180_000,
  maxWorkers: 1,
};
