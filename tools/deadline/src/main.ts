import { dateInShanghai, StartError } from '@mediation/kernel';
import { answer } from './answer';
import { parseRequest } from './request';
import { USAGE } from './usage';

const args = process.argv.slice(2);

try {
  if (args.includes('--help') || args.includes('-h')) console.log(USAGE);
  else console.log(answer(parseRequest(args), dateInShanghai(new Date().toISOString())));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
