// A process of its own for the spec: starts a broker as a test would, says so, and waits to be killed.
import { startLocalTestKafka } from './test-kafka';

void startLocalTestKafka().then(({ brokers }) => {
  console.log(brokers);
  setInterval(() => undefined, 1000);
});
