// A process of its own for the specs: starts a broker, says so, and then does what it was told.
import { startKafka } from '../index';

const [dataDir = '', then = 'wait'] = process.argv.slice(2);

startKafka({ dataDir, shortLived: true, outlives: then === 'leave' }).then(
  ({ brokers }) => {
    console.log(brokers);
    if (then === 'leave') process.exit(0);
    setInterval(() => undefined, 1000);
  },
  (error: unknown) => {
    console.log(String(error));
    process.exit(1);
  },
);
