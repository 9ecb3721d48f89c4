import { localDatabase } from '@tools/local-database';
import { importCommand, USAGE, UsageError } from './import-command';

const args = process.argv.slice(2);

const main = async (): Promise<void> => {
  if (args.includes('--help') || args.includes('-h')) console.log(USAGE);
  else
    console.log(await importCommand(args, process.env['DATABASE_OWNER_URL'] ?? localDatabase(process.env)?.ownerUrl));
};

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 1;
});
