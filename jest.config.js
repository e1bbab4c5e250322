export default {
  roots: ['<rootDir>/libs', '<rootDir>/apps'],
  testMatch: ['**/dist/**/*.test.js'],
  testEnvironment: 'node',
  transform: {},
  maxWorkers: '100%',
  snapshotResolver: '<rootDir>/tools/jest/snapshots.js',
  coverageProvider: 'v8',
  collectCoverageFrom: ['{libs,apps}/*/dist/**/*.js', '!**/*.test.js'],
};
