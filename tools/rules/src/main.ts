import { StartError } from '@mediation/kernel';
import { parseRequest, USAGE, UsageError } from './request';

const args = process.argv.slice(2);

const main = async (): Promise<void> => {
  if (args.includes('--help') || args.includes('-h')) return console.log(USAGE);
  const request = parseRequest(args);
  // Only now: a layer that breaks the schema fails as it is loaded, and is told like any other fault.
  const { run } = await import('./commands.js');
  const { ok, lines } = run(request, process.cwd());
  console.log(lines.join('\n'));
  if (!ok) process.exitCode = 1;
};

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof StartError ? message : `规则文件有误 · the rules cannot be read: ${message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
