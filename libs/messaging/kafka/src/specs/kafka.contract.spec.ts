import { messagingContract } from '@mediation/messaging/contract-tests';
import { describeWithKafka } from '@mediation/testing';
import { mortalSubject, sharedSubject } from './kafka-subject.fixture';

/** The least that a broker allows by default. */
const SHORT_SESSION_MS = 6_000;

describeWithKafka('Kafka', () => {
  const subjects = { make: sharedSubject, makeMortal: mortalSubject };
  messagingContract('Kafka', subjects, { disconnect: true, sessionTimeoutMs: SHORT_SESSION_MS });
});
