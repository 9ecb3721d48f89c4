import { newStream, someEvents } from '@mediation/event-store/contract-tests';
import { MessageRejected } from '@mediation/messaging/port';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import { RecordedTopic } from './recorded-topic.fixture';
import { RelayBench } from './relay-bench.fixture';

describeWithPostgres('a relay that cannot simply go on', () => {
  let bench: RelayBench;
  let topic: RecordedTopic;

  beforeEach(async () => {
    bench = await RelayBench.start();
    topic = new RecordedTopic();
  });
  afterEach(() => bench.end());

  const published = (count: number) =>
    eventually(`${count} messages`, () => topic.log.length >= count || notYet(topic.log.length));

  it('stops at an event that the broker refuses, says which, and goes on when the broker takes it', async () => {
    const stream = newStream();
    await bench.append(7, 10);
    const [large, ...rest] = someEvents(40);
    await bench.journal.append(stream, someEvents(3), 'none');
    await bench.journal.append(stream, [{ ...large!, data: { secret: 'x'.repeat(5_000) } }, ...rest], 2);
    let limit = 5_000;
    const producer = topic.producer('a', async (messages) => {
      if (messages.some(({ body }) => body.length > limit)) throw new MessageRejected('too large');
    });
    const { relay, events } = bench.open({ producer });
    const stoppedAt = { stream, revision: 3 };
    await eventually('it to stop', () => relay.status().stoppedAt !== undefined || notYet(topic.log.length));
    expect(relay.status()).toMatchObject({ leading: true, stoppedAt });
    await expect(relay.check()).rejects.toBeInstanceOf(MessageRejected);
    const ids = await bench.writtenIds();
    expect(topic.ids()).toEqual(ids.slice(0, 73));
    await eventually('the checkpoint', async () => (await bench.lease())?.published === '73' || notYet('not there'));
    await eventually('the lag', () => relay.status().lagEvents === 40 || notYet(relay.status()));
    limit = 10_000;
    await published(113);
    expect(topic.ids()).toEqual(ids);
    await relay.check();
    expect(relay.status().stoppedAt).toBeUndefined();
    expect(events.slice(1)).toEqual([{ type: 'failing', code: 'message-rejected', stoppedAt }, { type: 'recovered' }]);
  });

  it('publishes everything again when the journal does not know its checkpoint', async () => {
    await bench.append(5, 20);
    const first = bench.open({ producer: topic.producer('a') });
    await published(100);
    await first.relay.close();
    await bench.run(`UPDATE relay.leases SET checkpoint = '99.1.1'`);
    const { relay, events } = bench.open({ producer: topic.producer('b') });
    await published(200);
    await bench.append(1, 5);
    await published(205);
    await relay.close();
    const written = await bench.written();
    const ids = written.map(({ id }) => id);
    expect(topic.ids()).toEqual([...ids.slice(0, 100), ...ids]);
    expect(events).toEqual([
      { type: 'leading', term: '2', position: '99.1.1' },
      { type: 'restarted' },
      { type: 'standby', term: '2' },
    ]);
    expect((await bench.lease())?.checkpoint).toBe(written.at(-1)!.position);
  });

  /** What the tables hold after a backup is restored into another cluster: a beginning of the journal, its checkpoint, and a new epoch. */
  const restoreUpTo = async (position: string, checkpoint: string): Promise<void> => {
    const [epoch, transaction, minor] = position.split('.');
    await bench.run('DELETE FROM journal.events WHERE (epoch, transaction_id, position) > ($1, $2, $3)', [
      epoch,
      transaction,
      minor,
    ]);
    await bench.run('UPDATE relay.leases SET checkpoint = $1', [checkpoint]);
    await bench.run(`UPDATE journal.epochs SET cluster = 'another'`);
    await bench.run('SELECT journal.enter_epoch()');
  };

  it.each([
    ['as old as its events', 39, 60],
    ['older than its events', 9, 60],
    // Not of the same backup: what the topic already has of the lost events contradicts the new ones, which the recorder sees.
    ['newer than its events', 99, 60],
  ])('publishes the new history of a journal restored with a checkpoint %s', async (_, checkpoint, end) => {
    await bench.append(10, 10);
    const first = bench.open({ producer: topic.producer('a') });
    await published(100);
    await first.relay.close();
    const before = await bench.written();
    await restoreUpTo(before[end - 1]!.position, before[checkpoint]!.position);
    topic.log.length = 0;
    const cut = before[end - 1]!.stream;
    await bench.journal.append(cut, someEvents(4), 'any');
    await bench.append(3, 5);
    const { relay, events } = bench.open({ producer: topic.producer('b') });
    const missing = Math.max(0, end - 1 - checkpoint);
    await published(missing + 19);
    await relay.close();
    const after = await bench.writtenIds();
    expect(topic.ids()).toEqual(after.slice(end - missing));
    expect(events.map(({ type }) => type)).toEqual(['leading', 'standby']);
  });
});
