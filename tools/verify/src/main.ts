import { StartError } from '@mediation/kernel';
import { run } from './command';
import { reportText } from './report';
import { parseRequest, USAGE, UsageError } from './request';

const args = process.argv.slice(2);

/** What a person can put right about a database that does not answer; a code names no content. */
const advise = (error: unknown): string => {
  if (error instanceof StartError) return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string'
    ? `数据库或事件库没有应答(${code});请检查各连接地址 · a database or the event store does not answer (${code})`
    : String(error);
};

const main = async (): Promise<void> => {
  if (args.includes('--help') || args.includes('-h')) return console.log(USAGE);
  const request = parseRequest(args, process.env);
  const verified = await run(request);
  console.log(request.json ? JSON.stringify(verified, undefined, 2) : reportText(verified));
  if (verified.findings.length > 0) process.exitCode = 1;
};

main().catch((error: unknown) => {
  console.error(advise(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
