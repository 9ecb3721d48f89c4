import { disconnectCases } from './disconnect-cases';
import { membershipCases } from './membership-cases';
import { orderCases } from './order-cases';
import { parkCases } from './park-cases';
import { poisonCases } from './poison-cases';
import { policyCases } from './policy-cases';
import { producerCases } from './producer-cases';
import { progressCases } from './progress-cases';
import { Bench, type Capabilities, type MortalSubject, type Subject } from './subject';

export type { Capabilities, MortalSubject, RawRecord, Subject } from './subject';

export interface Subjects {
  /** May be shared with others: the cases make topics and groups of their own and do not clean up. */
  readonly make: () => Promise<Subject>;
  /** For the cases that take the broker down; needed where the capability is declared. */
  readonly makeMortal?: () => Promise<MortalSubject>;
}

const unmade = (): Promise<never> => Promise.reject(new Error('no broker to take down'));

/** What every way of messaging must do, whatever carries the messages. */
export const messagingContract = (name: string, subjects: Subjects, capabilities: Capabilities): void => {
  describe(`${name}: messaging contract`, () => {
    describe('with a broker at work', () => {
      const bench = new Bench(subjects.make);
      beforeAll(() => bench.start());
      afterEach(() => bench.closeClients());
      afterAll(() => bench.end());

      describe('order', () => orderCases(bench));
      describe('progress', () => progressCases(bench));
      describe('policy', () => policyCases(bench));
      describe('park', () => parkCases(bench));
      describe('a poison message', () => poisonCases(bench));
      describe('membership', () => membershipCases(bench, capabilities));
      describe('producer', () => producerCases(bench));
    });

    (capabilities.disconnect ? describe : describe.skip)('with a broker that goes away', () => {
      const bench = new Bench(subjects.makeMortal ?? unmade);
      beforeAll(() => bench.start());
      afterEach(() => bench.closeClients());
      afterAll(() => bench.end());

      disconnectCases(bench);
    });
  });
};
