import { join } from 'node:path';
import { generate, outdated, readRecord, write } from './docs-events';

const USAGE = `用法 usage: npm run events
按程序中的格式写出 docs/events;会破坏已发布格式的改动不写,并逐条说明
Writes docs/events from the schemas of the program; a change that would break what was published is refused, line by line`;

const main = (): void => {
  if (process.argv.includes('--help') || process.argv.includes('-h')) return console.log(USAGE);
  const folder = join(process.cwd(), 'docs', 'events');
  const generated = generate(readRecord(folder));
  if (generated.broken.length > 0) {
    console.error(
      `已发布的格式不能改,请用新的版本 · Published, so it needs a new version:\n${generated.broken.join('\n')}`,
    );
    process.exitCode = 1;
    return;
  }
  const files = outdated(folder, generated);
  write(folder, generated);
  console.log(files.length === 0 ? '已是最新 · up to date' : `已写出 · written:\n${files.join('\n')}`);
};

main();
