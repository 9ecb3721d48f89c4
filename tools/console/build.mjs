// Builds the web console to dist/apps/console, each text beside a compressed copy of it, so that no request waits for a compressor.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

const TEXT = /\.(js|css|html|svg)$/;
/** Below this a compressed copy saves no packet. */
const SMALLEST = 1_024;

const compress = (file) => {
  const content = readFileSync(file);
  if (content.length >= SMALLEST)
    writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
};

export const buildConsole = async (root) => {
  await build({ configFile: join(root, 'apps', 'console', 'vite.config.mts'), logLevel: 'warn' });
  readdirSync(join(root, 'dist', 'apps', 'console'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .forEach((entry) => compress(join(entry.parentPath, entry.name)));
};
