// One configuration for every tier of tests; the tier is the file's suffix (.spec, .contract.spec, .int.spec, .e2e.spec).
/** jose, and oidc-provider with what it needs. */
const ES_MODULES = [
  'jose',
  'oidc-provider',
  '@sindresorhus',
  '@szmarczak',
  'cacheable-lookup',
  'cacheable-request',
  'form-data-encoder',
  'got',
  'lowercase-keys',
  'mimic-response',
  'nanoid',
  'normalize-url',
  'p-cancelable',
  'quick-lru',
  'responselike',
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/infra', '<rootDir>/tools'],
  testRegex: '\\.spec\\.ts$',
  transform: { '\\.(ts|js|mjs)$': ['@swc/jest', { sourceMaps: 'inline' }] },
  // Published as ES modules only; Node loads them with require, jest has to compile them.
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
  moduleNameMapper: {
    '^@mediation/(.*)$': '<rootDir>/libs/$1/src',
    '^@infra/(.*)$': '<rootDir>/infra/$1/src',
    '^@apps/(.*)$': '<rootDir>/apps/$1/src',
    '^@tools/(.*)$': '<rootDir>/tools/$1/src',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  globalSetup: '<rootDir>/libs/testing/src/jest-global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/jest-global-teardown.ts',
  testEnvironment: 'node',
  testTimeout: 60000,
};
