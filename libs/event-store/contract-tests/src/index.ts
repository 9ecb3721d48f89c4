import { appendCases } from './append-cases';
import { closingCases } from './closing-cases';
import { contentFidelityCases } from './fidelity-cases';
import { orderCases } from './order-cases';
import { receiptCases } from './receipt-cases';
import { Bench, type Capabilities, type Subject } from './subject';
import { subscriptionCases } from './subscription-cases';

export { holdContests, type Contests } from './contests';
export { anEvent, newStream, readOn, someEvents, type Capabilities, type Subject } from './subject';

/** What every event store must do, whatever it is made of. One store serves the whole run; its cases do not clean up. */
export const eventStoreContract = (name: string, make: () => Promise<Subject>, capabilities: Capabilities): void => {
  describe(`${name}: event store contract`, () => {
    const bench = new Bench(make, capabilities);
    beforeAll(() => bench.start());
    afterAll(() => bench.end());

    describe('append', () => appendCases(bench));
    describe('content', () => contentFidelityCases(bench));
    describe('order', () => orderCases(bench));
    describe('subscription', () => subscriptionCases(bench));
    (capabilities.receipts ? describe : describe.skip)('receipts', () => receiptCases(bench));
    describe('close', () => closingCases(bench));
  });
};
export { seededRandom, type Random } from './seeded-random';
