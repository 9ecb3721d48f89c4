import { setImmediate } from 'node:timers/promises';
import { MessagingUnavailable, type Message, type ReceivedMessage } from '@mediation/messaging/port';
import { StoreUnavailable } from '@mediation/event-store/port';
import { ProblemError } from '@mediation/nest';
import type { Commands } from './file-message';
import { intakeHandler } from './intake-handler';
import { COURT, HOTLINE, SOURCES } from './spec/intake.fixture';
import { report } from './spec/messages';

const ID = '0195c3a0-0000-7000-8000-000000000001';
const answer = { status: 201, id: ID, revision: 0, replayed: false, body: {} } as const;

const received = ({ key, headers, body }: Message, offset = 0): ReceivedMessage => ({
  topic: 'dispute.intake.v1',
  partition: 0,
  offset: String(offset),
  key,
  headers,
  body: Buffer.from(body),
});
/** Of five keys in turn. */
const batchOf = (size: number) =>
  Array.from({ length: size }, (_, n) => received(report({ id: `e-${n}`, key: `k-${n % 5}` }), n));
const unreadable = received({ key: 'k', headers: {}, body: '' });

/** Answers by reference number; later ones sooner, so that nothing depends on how long one takes. */
const open = (faults: Readonly<Record<string, unknown>> = {}, send?: () => Promise<void>) => {
  const sent: string[] = [];
  const asked: string[] = [];
  const commands: Commands = {
    requireBodies: () => undefined,
    run: async (_, __, { body }) => {
      const facts = String((body as { facts: string }).facts);
      asked.push(facts);
      await setImmediate();
      if (facts in faults) throw faults[facts];
      return answer;
    },
  };
  const producer = {
    send: async (_: string, messages: readonly Message[]) => {
      await send?.();
      sent.push(...messages.map(({ body }) => String((JSON.parse(body) as { reference: string }).reference)));
    },
    close: async () => undefined,
  };
  return { handle: intakeHandler({ commands, producer, sources: SOURCES }), sent, asked };
};
const factsOf = (size: number) =>
  batchOf(size).map((message, n) => ({
    ...message,
    body: Buffer.from(new TextDecoder().decode(message.body).replace('滴水（示例）', `f-${n}`)),
  }));
const delivery = (attempt = 1, signal = new AbortController().signal) => ({ attempt, signal });
const references = (count: number) => Array.from({ length: count }, (_, n) => `e-${n}`);

describe('a batch', () => {
  it('leaves to another district’s intake what is for a body of that district', async () => {
    const { handle, sent, asked } = open();
    const elsewhere = received(report({ id: 'e-0', data: { to: '370481102-committee' } }));
    expect(await handle([elsewhere, ...factsOf(2).slice(1)], delivery())).toEqual({ count: 2 });
    expect([sent, asked]).toEqual([['e-1'], ['f-1']]);
  });

  it('is done in full, with a receipt for each in order', async () => {
    const { handle, sent } = open();
    expect(await handle(factsOf(20), delivery())).toEqual({ count: 20 });
    expect(sent).toEqual(references(20));
    expect(await handle([], delivery())).toEqual({ count: 0 });
  });

  it('counts up to the first fault, whatever came of the others, and tells only of those', async () => {
    const { handle, sent } = open({ 'f-7': new StoreUnavailable('gone'), 'f-9': new Error('later') });
    const failure = { policy: 'retry', reason: 'store-unavailable' };
    expect(await handle(factsOf(20), delivery())).toEqual({ count: 7, failure });
    expect(sent).toEqual(references(7));
  });

  it('does nothing behind what cannot be read, and parks that when all before it is done', async () => {
    const { handle, asked } = open();
    const failure = { policy: 'park', reason: 'the CloudEvents attribute specversion is missing' };
    expect(await handle([...factsOf(3), unreadable, ...factsOf(2)], delivery())).toEqual({ count: 3, failure });
    expect(asked).toHaveLength(3);
    expect(await handle([unreadable], delivery())).toEqual({ count: 0, failure });
  });

  it('tells of a fault before what cannot be read', async () => {
    const { handle } = open({ 'f-1': new StoreUnavailable('gone') });
    const failure = { policy: 'retry', reason: 'store-unavailable' };
    expect(await handle([...factsOf(3), unreadable], delivery())).toEqual({ count: 1, failure });
  });

  it('begins nothing more once it is taken away, and says so', async () => {
    const closing = new AbortController();
    const { handle, asked, sent } = open();
    const running = handle(factsOf(20), delivery(1, closing.signal));
    closing.abort();
    const { count, failure } = await running;
    expect(failure).toEqual({ policy: 'retry', reason: 'closing' });
    expect([count, sent]).toEqual([asked.length, references(count)]);
    expect(count).toBeLessThan(20);
  });

  it('comes again when its receipts cannot be sent', async () => {
    const { handle } = open({}, () => Promise.reject(new MessagingUnavailable('gone')));
    await expect(handle(factsOf(2), delivery())).rejects.toBeInstanceOf(MessagingUnavailable);
  });
});

describe('a fault', () => {
  const problem = (code: string, status = 409) => new ProblemError({ status, code, zh: '稍后', en: 'later' });
  const after = async (fault: unknown, attempt: number) => {
    const { handle } = open({ 'f-0': fault });
    return (await handle(factsOf(1), delivery(attempt))).failure;
  };

  it.each([
    [new StoreUnavailable('gone'), 'store-unavailable'],
    [problem('contended'), 'contended'],
    [problem('idempotency-key-in-flight'), 'idempotency-key-in-flight'],
    [problem('internal', 500), 'internal'],
  ])('that passes is waited for, however long: %#', async (fault, reason) =>
    expect(await after(fault, 1_000)).toEqual({ policy: 'retry', reason }),
  );

  it('that nobody foresaw holds up the others a few times only', async () => {
    const fault = new TypeError('示例机密');
    expect(await after(fault, 4)).toEqual({ policy: 'retry', reason: 'TypeError' });
    expect(await after(fault, 5)).toEqual({ policy: 'park', reason: 'unforeseen fault TypeError' });
    // Behind another message it has been tried once at most.
    const { handle } = open({ 'f-1': fault });
    expect((await handle(factsOf(2), delivery(9))).failure).toEqual({ policy: 'retry', reason: 'TypeError' });
  });

  it('of the message itself is told to who sent it', async () => {
    const { handle, sent } = open({ 'f-0': problem('stale-revision', 412) });
    expect(await handle(factsOf(1), delivery())).toEqual({ count: 1 });
    expect(sent).toEqual(['e-0']);
  });
});

it('asks for nothing on behalf of who is not registered or may not', async () => {
  const { handle, asked } = open();
  const strangers = [report({ source: 'urn:unknown' }), report({ source: COURT })].map((each) => received(each));
  expect(await handle(strangers, delivery())).toEqual({ count: 2 });
  expect(asked).toEqual([]);
  expect(SOURCES.find(HOTLINE)?.files).toEqual(['report']);
});
