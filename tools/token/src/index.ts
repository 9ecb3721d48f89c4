import { IssuerKeyFileUnusable } from '@mediation/access';
import { issueToken, USAGE, UsageError } from './issue-token';

const args = process.argv.slice(2);

const main = async (): Promise<void> => {
  if (args.includes('--help') || args.includes('-h')) console.log(USAGE);
  else console.log(await issueToken(args, process.env['DATA_DIR'] ?? '.data'));
};

main().catch((error: unknown) => {
  const expected = error instanceof UsageError || error instanceof IssuerKeyFileUnusable;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
});
