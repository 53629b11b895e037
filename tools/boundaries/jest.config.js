export default { testEnvironment: 'node', testMatch: ['<rootDir>/*.spec.js'], testTimeout: 180_000 };
