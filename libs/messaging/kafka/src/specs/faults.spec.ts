import {
  KafkaJSConnectionError,
  KafkaJSGroupCoordinatorNotFound,
  KafkaJSNonRetriableError,
  KafkaJSNumberOfRetriesExceeded,
} from 'kafkajs';
import { describeFault, looksPermanent } from '../faults';
import { Late } from '../within';

const refused = new KafkaJSConnectionError('connect ECONNREFUSED');

// kafkajs's types leave out the argument that it needs.
const noCoordinator: unknown = Reflect.construct(KafkaJSGroupCoordinatorNotFound, ['Failed to find group coordinator']);

describe('a fault that ends a session', () => {
  it.each([
    ['a broker that is away', refused],
    ['retries given up on', new KafkaJSNumberOfRetriesExceeded(refused, { retryCount: 5, retryTime: 1_000 })],
    ['a coordinator that is being elected', noCoordinator],
    ['silence', new Late('no sign of life')],
  ])('passes: %s', (_, error) => {
    expect(looksPermanent(error)).toBe(false);
  });

  it.each([
    ['a defect of the client', new TypeError('Cannot read properties of undefined')],
    ['what kafkajs will not try again', new KafkaJSNonRetriableError('Unsupported partition assigner')],
  ])('may be permanent: %s', (_, error) => {
    expect(looksPermanent(error)).toBe(true);
  });

  it('is described by what retries gave up on, without its text', () => {
    const given = new KafkaJSNumberOfRetriesExceeded(refused, { retryCount: 5, retryTime: 1_000 });
    expect(describeFault(given)).toBe('KafkaJSConnectionError');
    expect(describeFault('text')).toBe('string');
  });
});
