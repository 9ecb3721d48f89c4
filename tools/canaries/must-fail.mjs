// Lints the canary and compares what was caught with what must be. A boundary rule that sleeps would let it pass.
import { ESLint } from 'eslint';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXPECTED = [
  '2 @nx/enforce-module-boundaries',
  '3 @nx/enforce-module-boundaries',
  '4 @nx/enforce-module-boundaries',
  '5 no-restricted-imports',
  '6 @nx/enforce-module-boundaries',
  '11 @typescript-eslint/no-floating-promises',
  '18 no-restricted-syntax',
  '19 no-restricted-syntax',
  '20 no-restricted-syntax',
  '21 no-restricted-globals',
];

const here = dirname(fileURLToPath(import.meta.url));
const eslint = new ESLint({ overrideConfigFile: join(here, '..', 'config', 'eslint.config.mjs') });
const [result] = await eslint.lintFiles([join(here, 'src', 'index.ts')]);
const caught = result.messages
  .map(({ line, ruleId }) => `${line} ${ruleId}`)
  .sort(new Intl.Collator('en', { numeric: true }).compare);

if (JSON.stringify(caught) !== JSON.stringify(EXPECTED)) {
  console.error('the canary must be caught at', EXPECTED, 'but was caught at', caught);
  process.exit(1);
}
console.log(`the canary was caught at all ${EXPECTED.length} places`);
