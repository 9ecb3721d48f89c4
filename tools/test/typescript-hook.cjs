// `node -r <this file> x.ts` runs TypeScript as it stands, for the child processes of tests.
const { transformFileSync } = require('@swc/core');
const { join } = require('node:path');

const cwd = join(__dirname, '..', '..');
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformFileSync(filename, { cwd, root: cwd, sourceMaps: 'inline' });
  module._compile(code, filename);
};
