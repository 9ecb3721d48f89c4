import { main } from '@apps/standalone';
import { endWithParent } from './server-process';

endWithParent();
main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
