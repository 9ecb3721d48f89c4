import { resolveClasspath } from '@infra/kafka';
import { currentKafkaRun, type KafkaKind } from './kafka-run';
import { testBrokers } from './shared-kafka';

// The first time on a machine it is fetched, which no test's own limit allows for.
const FETCH_LIMIT_MS = 600_000;

const fetched: Readonly<Record<KafkaKind, () => Promise<unknown>>> = {
  given: () => Promise.resolve(),
  docker: testBrokers,
  local: () => resolveClasspath(),
};

/** By which `npm test` counts what ran on a broker. */
const MARK = '(Kafka)';

/** `describe`, but counted as skipped where the run can have no broker; with CI=true the run has failed before. */
export const describeWithKafka = (name: string, body: () => void): void => {
  const run = currentKafkaRun();
  if (run === undefined) {
    describe.skip(`${name} ${MARK}`, body);
    return;
  }
  describe(`${name} ${MARK}`, () => {
    beforeAll(async () => {
      await fetched[run.kind]();
    }, FETCH_LIMIT_MS);
    body();
  });
};
