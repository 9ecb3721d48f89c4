// A process of its own for the specs: starts the server, says so, and then does what it was told.
import { startEmbeddedPostgres } from '../index';

const [dataDir = '', then = 'wait'] = process.argv.slice(2);

startEmbeddedPostgres({ dataDir }).then(
  ({ superuserUrl }) => {
    console.log(superuserUrl);
    if (then === 'exit') process.exit(0);
    if (then === 'crash') throw new Error('a crash on purpose');
    setInterval(() => undefined, 1000);
  },
  (error: unknown) => {
    console.log(String(error));
    process.exit(1);
  },
);
