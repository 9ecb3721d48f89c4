// The program in a process of its own, for the specs that end it in one way or another.
import { main } from '../main';

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
