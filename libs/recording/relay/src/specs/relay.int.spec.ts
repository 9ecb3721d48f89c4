import { newStream, someEvents } from '@mediation/event-store/contract-tests';
import { MessagingUnavailable } from '@mediation/messaging/port';
import { toLifecycleMessage } from '@mediation/recording/lifecycle';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import type { Relay } from '../index';
import { Barrier, idOf, RecordedTopic } from './recorded-topic.fixture';
import { RelayBench, SOURCE } from './relay-bench.fixture';

const NEVER = (): Promise<never> => new Promise(() => undefined);

describeWithPostgres('a relay', () => {
  let bench: RelayBench;
  let topic: RecordedTopic;

  beforeEach(async () => {
    bench = await RelayBench.start();
    topic = new RecordedTopic();
  });
  afterEach(() => bench.end());

  const published = (count: number) =>
    eventually(`${count} messages`, () => topic.log.length >= count || notYet(topic.log.length));
  const leads = (relay: Relay) =>
    eventually('the relay to lead', () => relay.status().leading || notYet('standing by'));

  it('publishes a journal from its beginning, in its order, and then what is appended', async () => {
    await bench.append(30, 50);
    const { relay, events } = bench.open({ producer: topic.producer('a') });
    await published(1_500);
    await bench.append(5, 3);
    await published(1_515);
    await relay.close();
    const written = await bench.written();
    expect(topic.log.map(({ message }) => message)).toEqual(written.map((event) => toLifecycleMessage(SOURCE, event)));
    expect(await bench.lease()).toMatchObject({ checkpoint: written.at(-1)!.position, published: '1515' });
    expect(events).toEqual([
      { type: 'leading', term: '1', position: undefined },
      { type: 'standby', term: '1' },
    ]);
  });

  it('goes on where the one before it was closed', async () => {
    await bench.append(4, 10);
    const { relay } = bench.open({ producer: topic.producer('a') });
    await published(40);
    await relay.close();
    await bench.append(4, 10);
    const next = bench.open({ producer: topic.producer('b') });
    await published(80);
    await next.relay.close();
    expect(topic.ids()).toEqual(await bench.writtenIds());
    expect(topic.log.map(({ by }) => by)).toEqual([...Array<string>(40).fill('a'), ...Array<string>(40).fill('b')]);
    expect(await bench.lease()).toMatchObject({ term: '2', published: '80' });
  });

  it('stands by while another leads, reports the same lag, and takes over when that one is closed', async () => {
    const first = bench.open({ producer: topic.producer('a'), ttlMs: 60_000 });
    await leads(first.relay);
    const second = bench.open({ producer: topic.producer('b'), ttlMs: 60_000 });
    await bench.append(10, 10);
    await published(100);
    const head = await bench.journal.head();
    await eventually('both to see it', () => {
      const seen = [first, second].map(({ relay }) => relay.status());
      return seen.every(({ position, lagEvents }) => position === head && lagEvents === 0) || notYet(seen);
    });
    expect(second.relay.status()).toEqual({ leading: false, position: head, lagEvents: 0, lagSeconds: 0 });
    await second.relay.check();
    await first.relay.close();
    await leads(second.relay);
    await bench.append(10, 10);
    await published(200);
    expect(topic.ids()).toEqual(await bench.writtenIds());
    expect(topic.log.filter(({ by }) => by === 'b').length).toBe(100);
  });

  it('sends the same batch again until it is acknowledged, and nothing behind it before', async () => {
    await bench.append(1, 3);
    const attempts: string[][] = [];
    const producer = topic.producer('a', async (messages, take) => {
      attempts.push(messages.map(idOf));
      if (attempts.length > 4) return;
      // Whether a failed send was stored is not to be known.
      if (attempts.length % 2 === 0) take();
      await bench.append(1, 3);
      throw new MessagingUnavailable('nobody answers');
    });
    const { relay, events } = bench.open({ producer });
    await eventually('the fault to be seen', () =>
      relay.check().then(
        () => notYet('well'),
        () => true,
      ),
    );
    await eventually('all to be published', () => attempts.flat().length >= 4 * 3 + 15 || notYet(attempts.length));
    await eventually('it to be well', () => relay.check().then(() => true));
    const ids = await bench.writtenIds();
    expect(attempts.slice(0, 5)).toEqual(Array<string[]>(5).fill(ids.slice(0, 3)));
    expect(topic.firstIds()).toEqual(ids);
    expect(events.slice(1)).toEqual([{ type: 'failing', code: 'messaging-unavailable' }, { type: 'recovered' }]);
  });

  it('sends no more at once than brokers take, and goes on while the checkpoint cannot be kept', async () => {
    const text = 'x'.repeat(100_000);
    await bench.journal.append(
      newStream(),
      someEvents(30).map((event) => ({ ...event, data: { text } })),
      'none',
    );
    await bench.append(2, 600);
    const barrier = new Barrier();
    barrier.close();
    bench.open({ producer: topic.producer('a', barrier.gate) });
    await eventually('a send', () => barrier.waiting > 0 || notYet('none'));
    await bench.run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name IN ('relay', 'journal')`);
    barrier.open();
    await published(1_230);
    expect(topic.ids()).toEqual(await bench.writtenIds());
    expect(topic.batches.slice(0, 4)).toEqual([8, 8, 8, 476]);
    expect(Math.max(...topic.batches)).toBeLessThanOrEqual(500);
  });

  it('counts what it has not published and how long that has waited', async () => {
    const barrier = new Barrier();
    barrier.close();
    const { relay } = bench.open({ producer: topic.producer('a', barrier.gate) });
    const standby = bench.open({ producer: topic.producer('b', barrier.gate) });
    expect(relay.status()).toMatchObject({ lagEvents: undefined, lagSeconds: undefined });
    await eventually('nothing to publish', () => relay.status().lagEvents === 0 || notYet(relay.status()));
    const recordedAt = new Date(Date.now() - 3_600_000).toISOString();
    const [event] = someEvents(1);
    await bench.journal.append(newStream(), [{ ...event!, metadata: { recordedAt } }], 'none');
    await bench.append(9, 11);
    for (const each of [relay, standby.relay]) {
      await eventually('100 to wait', () => each.status().lagEvents === 100 || notYet(each.status()));
      expect(Math.round(each.status().lagSeconds! / 60)).toBe(60);
    }
    await bench.append(20, 600);
    const isAbout = (count = 0): boolean => Math.abs(count - 12_100) < 1_200;
    await eventually('12,100 to wait', () => isAbout(relay.status().lagEvents) || notYet(relay.status()));
    barrier.open();
    for (const each of [relay, standby.relay]) {
      await eventually('none to wait', () => each.status().lagEvents === 0 || notYet(each.status()));
      expect(each.status()).toMatchObject({ lagEvents: 0, lagSeconds: 0 });
    }
  });

  it('is closed in good time though the broker answers nothing, and lets another take over', async () => {
    await bench.append(1, 3);
    let asked = false;
    const { relay } = bench.open({ ttlMs: 60_000, producer: { send: () => ((asked = true), NEVER()), close: NEVER } });
    await eventually('a send', () => asked || notYet('none'));
    await relay.close();
    await leads(bench.open({ producer: topic.producer('b') }).relay);
    await published(3);
    expect(topic.ids()).toEqual(await bench.writtenIds());
  });
});
