import {
  InvalidAppend,
  ReceiptExists,
  WrongExpectedRevision,
  type CommandReceipt,
  type Journal,
} from '@mediation/event-store/port';
import { randomUUID } from 'node:crypto';
import { faultOf, newStream, someEvents, type Bench } from './subject';

const aReceipt = (answer: CommandReceipt['answer'] = { id: '纠纷-1', revision: 0 }): CommandReceipt => ({
  key: `key-${randomUUID()}`,
  fingerprint: randomUUID(),
  answer,
});

export const receiptCases = (bench: Bench): void => {
  let journal: Journal;
  beforeAll(() => {
    journal = bench.openJournal();
  });

  it('keeps a receipt with the events it answers', async () => {
    const receipt = aReceipt({ z: [1, { 名: '张' }], a: null });
    expect(await journal.receipt(receipt.key)).toBeUndefined();
    await journal.append(newStream(), someEvents(1), 'none', { receipt });
    expect(await journal.receipt(receipt.key)).toEqual(receipt);
  });

  it('answers a retried command with the first receipt, though its revision is stale by now', async () => {
    const stream = newStream();
    const events = someEvents(2);
    const receipt = aReceipt();
    await journal.append(stream, events, 'none', { receipt });
    for (const expected of ['none', 'any', 1, 7] as const) {
      const retry = { receipt: { ...receipt, fingerprint: 'another', answer: {} } };
      const error = await faultOf(journal.append(stream, events, expected, retry));
      expect(error).toBeInstanceOf(ReceiptExists);
      expect((error as ReceiptExists).receipt).toEqual(receipt);
    }
    expect((await journal.readStream(stream)).length).toBe(2);
  });

  it('keeps no receipt of an append that failed', async () => {
    const stream = newStream();
    const receipt = aReceipt();
    await journal.append(stream, someEvents(1), 'none');
    expect(await faultOf(journal.append(stream, someEvents(1), 'none', { receipt }))).toBeInstanceOf(
      WrongExpectedRevision,
    );
    expect(await journal.receipt(receipt.key)).toBeUndefined();
    await journal.append(stream, someEvents(1), 0, { receipt });
    expect(await journal.receipt(receipt.key)).toEqual(receipt);
  });

  it.each(['on one stream', 'on streams of their own'])('of many with one key, one is stored: %s', async (where) => {
    const receipt = aReceipt();
    const clients = bench.openMany(4);
    const shared = newStream();
    const streams = Array.from({ length: 24 }, () => (where === 'on one stream' ? shared : newStream()));
    const outcomes = await Promise.allSettled(
      streams.map((stream, n) => clients[n % 4]!.append(stream, someEvents(2), 'any', { receipt })),
    );
    const faults = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []));
    expect(faults.map((fault) => fault.constructor.name)).toEqual(new Array(23).fill('ReceiptExists'));
    expect(faults.map((fault) => (fault as ReceiptExists).receipt)).toEqual(new Array(23).fill(receipt));
    const lengths = await Promise.all([...new Set(streams)].map(async (s) => (await journal.readStream(s)).length));
    expect(lengths.reduce((sum, length) => sum + length)).toBe(2);
  });

  it('refuses a receipt that cannot be kept', async () => {
    for (const bad of [{ key: '' }, { key: 'a\u0000' }, { fingerprint: '\ud800' }, { answer: { a: '\u0000' } }]) {
      const receipt = { ...aReceipt(), ...bad };
      const stream = newStream();
      expect(await faultOf(journal.append(stream, someEvents(1), 'none', { receipt }))).toBeInstanceOf(InvalidAppend);
      expect(await journal.readStream(stream)).toEqual([]);
    }
  });
};
