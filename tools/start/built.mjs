import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['apps', 'libs', 'infra', 'tools'];
const SINGLE_FILES = ['.swcrc', 'package-lock.json', 'tsconfig.base.json'];
/** What the build itself writes among the sources. */
const GENERATED = join('libs', 'client', 'src', 'generated', 'api.ts');
const IGNORED = /\.spec\.ts$|^node_modules$|^generated$|^\./;

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !IGNORED.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });

const fingerprint = (root) => {
  const hash = createHash('sha256');
  const files = [
    ...SINGLE_FILES.map((name) => join(root, name)),
    ...FOLDERS.flatMap((name) => filesBelow(join(root, name))),
  ];
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

// The build empties dist first, so an interrupted build leaves no stamp.
const stampFile = (root) => join(root, 'dist', '.built-from');

export const isBuilt = (root) => {
  try {
    return existsSync(join(root, GENERATED)) && readFileSync(stampFile(root), 'utf8') === fingerprint(root);
  } catch {
    return false;
  }
};

/** What is being built, taken before the build: a file saved meanwhile makes the next start build again. */
export const stampFor = (root) => {
  const stamp = fingerprint(root);
  return () => writeFileSync(stampFile(root), stamp);
};
