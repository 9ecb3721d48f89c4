// Compiles every TypeScript source of the workspace to dist/ in one pass of the swc CLI, and copies what is not TypeScript;
// then writes the client's types from the OpenAPI document that the compiled services assemble, and builds the web console with Vite.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateClient } from './client/generate.mjs';
import { buildConsole } from './console/build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
rmSync(join(root, 'dist'), { recursive: true, force: true });
const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
const { status } = spawnSync(
  process.execPath,
  [
    swc,
    'apps',
    'libs',
    'infra',
    'tools',
    '--out-dir',
    'dist',
    '--copy-files',
    '--quiet',
    '--ignore',
    'apps/console/**,**/*.spec.ts,**/*.mjs,**/project.json,**/tsconfig.json',
  ],
  { cwd: root, stdio: 'inherit' },
);
if (status !== 0) process.exit(status ?? 1);
await generateClient(root);
await buildConsole(root);
