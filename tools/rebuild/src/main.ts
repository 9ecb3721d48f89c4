import { findViews, unreachable } from './database';
import { parseRequest, run } from './rebuild-command';
import { USAGE, UsageError, WATCHERS_VIEW } from './usage';

const args = process.argv.slice(2);

const main = async (): Promise<void> => {
  if (args.includes('--help') || args.includes('-h')) console.log(USAGE);
  else {
    const request = parseRequest(args);
    const views = findViews(
      process.env,
      request.network && !request.views.includes(WATCHERS_VIEW) ? 'network' : 'mediation',
    );
    if (!(await run(request, views))) process.exitCode = 1;
  }
};

main().catch((error: unknown) => {
  const expected = error instanceof UsageError ? error : unreachable(error);
  console.error(expected?.message ?? error);
  process.exitCode = 1;
});
