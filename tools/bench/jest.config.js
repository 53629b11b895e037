import preset from '@kilim/jest-preset';

export default { ...preset, testTimeout: 120_000, maxWorkers: 1 };
