// npm run client            writes the types of @mediation/client from the OpenAPI document
// npm run client -- pack    also lays out dist/packages/client, a package for `npm pack` or `npm publish`
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateClient } from './generate.mjs';
import { packClient } from './pack.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [what, ...more] = process.argv.slice(2);
if ((what !== undefined && what !== 'pack') || more.length > 0) {
  console.error('用法 usage: npm run client [-- pack]');
  process.exit(2);
}
await generateClient(root);
console.log(what === 'pack' ? packClient(root) : join('libs', 'client', 'src', 'generated', 'api.ts'));
