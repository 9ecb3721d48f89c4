// `npm run bench [-- --quick] [-- --only append,post]`. One process: Ctrl-C and SIGTERM, which npm hands on, reach the program itself.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

try {
  await createRequire(import.meta.url)(join(root, 'dist', 'tools', 'bench', 'src', 'main.js')).main(root);
} catch (error) {
  console.error(error?.line ?? error);
  process.exit(1);
}
