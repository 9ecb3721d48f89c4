// Lint through nx (`npm run lint`): without its project graph the boundary rule is silent. tools/canaries must fail.
import nx from '@nx/eslint-plugin';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

const onlyTags = (sourceTag, tags, npm) => ({
  sourceTag,
  onlyDependOnLibsWithTags: tags,
  ...(npm && { allowedExternalImports: npm }),
});

const types = [
  'kernel',
  'port',
  'domain',
  'codec',
  'read-model',
  'application',
  'adapter',
  'nest',
  'migration',
  'client',
  'testing',
];
const LIBRARIES = types.map((type) => `type:${type}`);

const TYPES = [
  onlyTags('type:kernel', ['type:kernel'], []),
  onlyTags('type:domain', ['type:kernel', 'type:domain'], ['zod', 'chinese-days', 'fast-check']),
  onlyTags('type:codec', ['type:kernel', 'type:domain', 'type:codec'], ['zod']),
  onlyTags('type:read-model', ['type:kernel', 'type:domain', 'type:codec', 'type:port'], ['zod', 'fast-check']),
  onlyTags('type:port', ['type:kernel', 'type:port'], ['canonicalize', 'zod', 'fast-check']),
  onlyTags('type:application', ['type:kernel', 'type:domain', 'type:codec', 'type:port'], ['uuid']),
  onlyTags('type:adapter', ['type:kernel', 'type:port', 'type:adapter', 'type:testing', 'type:migration']),
  onlyTags('type:nest', [
    'type:kernel',
    'type:port',
    'type:domain',
    'type:codec',
    'type:application',
    'type:nest',
    'type:testing',
  ]),
  onlyTags('type:migration', ['type:kernel', 'type:adapter', 'type:testing'], ['typeorm', 'pg', 'graphile-worker']),
  // Runs in a browser and at partners: the published calls, and nothing of ours.
  onlyTags('type:client', [], ['openapi-fetch']),
  onlyTags('type:testing', ['type:kernel', 'type:port', 'type:adapter', 'type:migration', 'type:testing']),
  onlyTags('type:app', [...LIBRARIES, 'type:app', 'type:tool']),
  onlyTags('type:tool', [...LIBRARIES, 'type:app', 'type:tool']),
];

/** What knows its store by a port alone is tested over real ones. */
const SPEC_TYPES = TYPES.map((each) =>
  ['type:application', 'type:nest'].includes(each.sourceTag)
    ? { ...each, onlyDependOnLibsWithTags: [...each.onlyDependOnLibsWithTags, 'type:adapter', 'type:testing'] }
    : each,
);

const CONTEXTS = [
  'scope:shared',
  'scope:dispute',
  'scope:screening',
  'scope:subsidy',
  'scope:directory',
  'scope:access',
  'scope:rules',
];

/** A context knows itself, what is shared, and the dispute knows the law; the platform and the apps compose. */
const SCOPES = [
  onlyTags('scope:shared', ['scope:shared']),
  onlyTags('scope:dispute', ['scope:dispute', 'scope:rules', 'scope:shared']),
  // A finding is told in the words of the dispute that it may become.
  onlyTags('scope:screening', ['scope:screening', 'scope:dispute', 'scope:shared']),
  onlyTags('scope:subsidy', ['scope:subsidy', 'scope:dispute', 'scope:rules', 'scope:shared']),
  onlyTags('scope:directory', ['scope:directory', 'scope:shared']),
  onlyTags('scope:access', ['scope:access', 'scope:shared']),
  onlyTags('scope:rules', ['scope:rules', 'scope:shared']),
  onlyTags('scope:platform', [...CONTEXTS, 'scope:platform']),
  // Runs in a browser: it knows the published calls, and what is pure.
  { allSourceTags: ['type:app', 'scope:console'], onlyDependOnLibsWithTags: ['type:kernel', 'type:client'] },
  onlyTags('scope:standalone', [...CONTEXTS, 'scope:platform', 'scope:standalone', 'scope:tools']),
  onlyTags('scope:tools', [...CONTEXTS, 'scope:platform', 'scope:standalone', 'scope:tools']),
];

const boundaries = (types) => [
  'error',
  { enforceBuildableLibDependency: false, allow: [], depConstraints: [...types, ...SCOPES] },
];

const forbid = (selector, message) => ({ selector, message });
const PURE = [
  forbid("CallExpression[callee.object.name='Date'][callee.property.name='now']", 'time is an argument'),
  forbid("NewExpression[callee.name='Date'][arguments.length=0]", 'time is an argument'),
  forbid("CallExpression[callee.object.name='Math'][callee.property.name='random']", 'chance is an argument'),
  forbid("CallExpression[callee.object.name='crypto']", 'ids are arguments'),
];

const SOURCES = ['**/*.ts', '**/*.vue'];
/** One set for all, or the type information is made anew for each kind of file. */
const parserOptions = { projectService: true, tsconfigRootDir: process.cwd(), extraFileExtensions: ['.vue'] };

export default [
  { ignores: ['**/dist/**', '**/generated/**', '**/*.mjs', '**/*.cjs', '**/*.json'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: SOURCES })),
  ...vue.configs['flat/essential'].map((config) => ({ ...config, files: ['**/*.vue'] })),
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { ...parserOptions, parser: tseslint.parser } },
    rules: {
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-unused-refs': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
    },
  },
  {
    files: SOURCES,
    plugins: { '@nx': nx },
    languageOptions: { parserOptions },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(TYPES),
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Nest modules and marker classes carry decorators and nothing else.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Narrowed by the line before it; a test of its own would be dead code.
      '@typescript-eslint/no-non-null-assertion': 'off',
      complexity: ['error', 10],
      'max-params': ['error', 4],
    },
  },
  {
    files: [
      'libs/kernel/**/*.ts',
      'libs/dispute/domain/**/*.ts',
      'libs/dispute/read-models/**/*.ts',
      'libs/screening/domain/**/*.ts',
      'libs/screening/read-models/**/*.ts',
      'libs/subsidy/domain/**/*.ts',
      'libs/subsidy/read-models/**/*.ts',
      'libs/rules/**/*.ts',
      'tools/canaries/**/*.ts',
    ],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...PURE],
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch', 'performance'],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'a pure part does no I/O' }] }],
    },
  },
  { files: ['**/*.spec.ts'], rules: { '@nx/enforce-module-boundaries': boundaries(SPEC_TYPES) } },
  {
    files: ['**/*.spec.ts', '**/*.soak.ts', 'libs/testing/**/*.ts', 'libs/event-store/contract-tests/**/*.ts'],
    rules: { complexity: 'off', 'max-params': 'off', '@typescript-eslint/no-extraneous-class': 'off' },
  },
];
