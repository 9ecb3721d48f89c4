import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSIFICATION } from '@mediation/dispute/domain';

const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'guides', 'classification.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

it('lists every fine code with both types, and says where a mapping is a judgement', () => {
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  expect(
    cells.map(([, code, , type, governance, basis]) => [code, type, governance, basis?.includes('unsure')]),
  ).toEqual(
    Object.entries(CLASSIFICATION.categories).map(([code, { type, governance, certainty }]) => [
      `\`${code}\``,
      `${CLASSIFICATION.types[type].zh} \`${type}\``,
      `${CLASSIFICATION.governance[governance].zh} \`${governance}\``,
      certainty === 'unsure',
    ]),
  );
});
