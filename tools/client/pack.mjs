// Lays the client out as a package of its own: JavaScript, declarations and a package.json.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = ({ version, license, engines, dependencies }) => ({
  name: '@mediation/client',
  version,
  description: 'The typed client of the mediation network’s API.',
  license,
  main: './index.js',
  types: './index.d.ts',
  sideEffects: false,
  engines,
  dependencies: { 'openapi-fetch': dependencies['openapi-fetch'] },
});

/** Answers the folder, relative to the root. */
export const packClient = (root) => {
  const folder = join('dist', 'packages', 'client');
  const out = join(root, folder);
  rmSync(out, { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(root, 'libs', 'client', 'tsconfig.pack.json');
  const { status } = spawnSync(process.execPath, [tsc, '-p', project, '--outDir', out], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const workspace = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest(workspace), undefined, 2)}\n`);
  copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
  return folder;
};
