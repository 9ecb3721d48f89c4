// One process: Ctrl-C and SIGTERM, which npm hands on, reach the program itself.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail } from './say.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = join(root, 'dist', 'apps', 'standalone', 'src', 'main.js');

if (!existsSync(program)) fail('还没有构建,请运行 npm start', 'not built yet, run npm start');

/** What a person can put right is one line; anything else is a fault of ours and shows its stack. */
const end = (error) => {
  console.error(error?.name === 'StartError' ? error.line : error);
  process.exit(1);
};

try {
  await createRequire(import.meta.url)(program).main();
} catch (error) {
  end(error);
}
