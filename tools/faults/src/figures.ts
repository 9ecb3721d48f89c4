import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A part of the whole, to try a scenario out; only a whole run is written down. */
const SCALE = Number(process.env['FAULTS_SCALE'] ?? 1);
export const scaled = (whole: number): number => Math.ceil(whole * SCALE);

const FILE = join(__dirname, '..', '..', '..', 'docs', 'faults.md');

const HEAD = `# 故障演练 Faults

由 \`npm run test:faults\` 写成,请勿手改。Written by \`npm run test:faults\`: each scenario kills or stops what it names and then compares.
`;

const chapter = (title: string, figures: Readonly<Record<string, string | number>>): string =>
  [`## ${title}`, '', ...Object.entries(figures).map(([name, value]) => `- ${name}: ${value}`), ''].join('\n');

/** Puts the figures of one scenario into docs/faults.md, in place of those of its last run. */
export const keepFigures = (title: string, figures: Readonly<Record<string, string | number>>): void => {
  const [, ...chapters] = (existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').split(/^(?=## )/m);
  const others = chapters.filter((each) => !each.startsWith(`## ${title}\n`)).map((each) => each.trimEnd() + '\n');
  const all = [...others, chapter(title, figures)].sort();
  if (SCALE === 1) writeFileSync(FILE, [HEAD, ...all].join('\n').trimEnd() + '\n');
  console.log(`\n${chapter(title, figures)}`);
};
