// Everything in one pass: one program of all sources instead of one a project takes a sixth of the time.
import perProject from './eslint.config.mjs';

const inOneProgram = ({ languageOptions, ...rest }) => ({
  ...rest,
  languageOptions: {
    ...languageOptions,
    parserOptions: {
      ...languageOptions.parserOptions,
      projectService: false,
      project: ['tools/config/tsconfig.json', 'apps/console/tsconfig.json'],
    },
  },
});

export default [
  // Lints itself, and must fail.
  { ignores: ['tools/canaries/**'] },
  ...perProject.map((each) => (each.languageOptions?.parserOptions?.projectService ? inOneProgram(each) : each)),
];
