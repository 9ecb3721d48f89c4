import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt, stampFor } from './built.mjs';
import { isInstalled } from './installed.mjs';
import { fail, say } from './say.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const requireWritable = (folder) => {
  if (!existsSync(folder)) return;
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    fail(
      `目录 ${folder} 不可写,无法安装和构建;请改正权限,或把项目放到可写的目录`,
      `the folder ${folder} is not writable, so nothing can be installed or built; correct its permissions or move the project`,
    );
  }
};

const run = (file, args) => spawnSync(file, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

/** NODE_ENV=production or npm's own settings would leave out what the build needs. */
const npmCi = () => {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  return npm === undefined ? run('npm', args) : run(process.execPath, [npm, ...args]);
};

const install = () => {
  requireWritable(root);
  requireWritable(join(root, 'node_modules'));
  say('正在安装依赖(npm ci),首次约需一分钟…', 'installing dependencies (npm ci), about a minute the first time…');
  if (!npmCi()) {
    fail(
      '安装依赖失败;请检查网络或 npm 源(npm config get registry)后重试',
      'installing dependencies failed; check the network or the registry (npm config get registry) and try again',
    );
  }
};

const build = () => {
  requireWritable(root);
  requireWritable(join(root, 'dist'));
  say('正在构建…', 'building…');
  const stamp = stampFor(root);
  if (!run(process.execPath, [join(root, 'tools', 'build.mjs')])) fail('构建失败,见上', 'the build failed, see above');
  stamp();
};

/**
 * The scripts say `exec`, because a shell left between npm and the program would keep SIGTERM to itself.
 * The shell of Windows has no such word, and npm looks in this folder for it.
 */
const teachWindowsExec = () => {
  if (process.platform === 'win32') writeFileSync(join(root, 'node_modules', '.bin', 'exec.cmd'), '@%*\r\n');
};

/** Installs and builds what is missing or out of date; a fraction of a second when nothing is. */
export const prepare = () => {
  if (!isInstalled(root)) install();
  teachWindowsExec();
  if (!isBuilt(root)) build();
};
