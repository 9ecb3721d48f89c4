import { StartError } from '@mediation/kernel';
import { kafkaCommand, USAGE, UsageError } from './kafka-command';

const args = process.argv.slice(2);
const say = (line: string) => console.log(line);

const main = async (): Promise<void> => {
  if (args.includes('--help') || args.includes('-h')) console.log(USAGE);
  else await kafkaCommand(args, process.env, say);
};

const messageOf = (error: unknown): unknown => {
  if (error instanceof StartError) return error.line;
  return error instanceof UsageError ? error.message : error;
};

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
