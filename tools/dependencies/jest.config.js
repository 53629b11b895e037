export default { testEnvironment: 'node', testMatch: ['<rootDir>/*.spec.js'], testTimeout: 120_000 };
