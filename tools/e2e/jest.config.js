import preset from '@kilim/jest-preset';

/** One browser at a time: two cores, and a journey is to be seen whole. */
export default { ...preset, testMatch: ['<rootDir>/*.spec.ts'], testTimeout: 180_000, maxWorkers: 1 };
