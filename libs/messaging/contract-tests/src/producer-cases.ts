import { MessageRejected, MessagingUnavailable } from '@mediation/messaging/port';
import { aMessage, faultOf, newGroup, someMessages, utf8, type Bench } from './subject';
import { Watcher } from './watcher';

const bodiesIn = async (bench: Bench, topic: string): Promise<string[]> =>
  (await bench.subject.read(topic)).map(({ value }) => utf8(value!));

export const producerCases = (bench: Bench): void => {
  it('stores what it has answered for, in order', async () => {
    const topic = await bench.subject.createTopic(1);
    const producer = bench.open().producer();
    await producer.send(topic, []);
    await producer.send(topic, someMessages(500));
    await producer.send(topic, [aMessage('key-0', 'last')]);
    expect(await bodiesIn(bench, topic)).toEqual([...someMessages(500).map(({ body }) => body), 'last']);
  });

  it('sends batches given at once one after another', async () => {
    const topic = await bench.subject.createTopic(1);
    const producer = bench.open().producer();
    await Promise.all(someMessages(50).map((message) => producer.send(topic, [message])));
    expect(await bodiesIn(bench, topic)).toEqual(someMessages(50).map(({ body }) => body));
  });

  it('takes more at once than the broker takes in one piece', async () => {
    const topic = await bench.subject.createTopic(1);
    const messages = Array.from({ length: 9 }, (_, n) => aMessage('key', `${n}${'x'.repeat(400_000)}`));
    await bench.open().producer().send(topic, messages);
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] });
    await watcher.hasHandled(9);
    await watcher.consumption.close();
    expect(watcher.handled.map(({ body }) => utf8(body.subarray(0, 1)))).toEqual([...'012345678']);
    expect(watcher.handled.map(({ body }) => body.length)).toEqual(Array(9).fill(400_001));
  });

  it('rejects a message that is too large, and goes on with the next', async () => {
    const topic = await bench.subject.createTopic(1);
    const producer = bench.open().producer();
    const error = await faultOf(producer.send(topic, [aMessage('key', 'x'.repeat(2_000_000))]));
    expect(error).toBeInstanceOf(MessageRejected);
    expect((error as MessageRejected).code).toBe('message-rejected');
    expect(error.message).not.toContain('xx');
    await producer.send(topic, [aMessage('key', 'small')]);
    expect(await bodiesIn(bench, topic)).toEqual(['small']);
  });

  it('rejects a message for a topic that is not there', async () => {
    const producer = bench.open().producer();
    expect(await faultOf(producer.send(bench.subject.newTopic(), someMessages(1)))).toBeInstanceOf(MessageRejected);
    const topic = await bench.subject.createTopic(1);
    await producer.send(topic, someMessages(1));
    expect(await bodiesIn(bench, topic)).toEqual(['0']);
  });

  it('settles what it is sending before it closes, then rejects', async () => {
    const topic = await bench.subject.createTopic(1);
    const producer = bench.open().producer();
    const sending = producer.send(topic, someMessages(3));
    await Promise.all([producer.close(), producer.close()]);
    await sending;
    const error = await faultOf(producer.send(topic, someMessages(1)));
    expect(error).toBeInstanceOf(MessagingUnavailable);
    expect((error as MessagingUnavailable).code).toBe('messaging-unavailable');
    expect(await bodiesIn(bench, topic)).toEqual(['0', '1', '2']);
  });
};
