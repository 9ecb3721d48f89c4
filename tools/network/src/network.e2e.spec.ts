import { lifecycleHeaders } from '@mediation/recording/lifecycle';
import { describeWithKafka, eventually, notYet } from '@mediation/testing';
import { journeyCases, screeningCases, type Desk } from '@tools/acceptance';
import { CloudEvent } from 'cloudevents';
import { describeWithKcat, kcat } from './spec/kcat';
import { startNetworkProgram, type NetworkProgram } from './spec/network.fixture';

const TOWNSHIP = '370402102-committee';
const ROOM = '370402102-pretrial-room';
const START_MS = 120_000;

/** The key, the headers and the body of a message, as kcat prints them. */
const FORMAT = '%k\n%h\n%s\n';

const headersOf = (line: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    line.split(',').map((each) => {
      const at = each.indexOf('=');
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );

const messages = (text: string) => {
  const lines = text.split('\n').filter((line) => line !== '');
  return Array.from({ length: lines.length / 3 }, (_, n) => {
    const [key = '', headers = '', body = ''] = lines.slice(n * 3, n * 3 + 3);
    return { key, headers: headersOf(headers), body };
  });
};

describeWithKafka('the network, every service a process of its own', () => {
  let network: NetworkProgram;
  beforeAll(async () => {
    network = await startNetworkProgram();
  }, START_MS);
  afterAll(() => network.close(), 60_000);

  const consumed = async (topic: string) =>
    messages(await kcat(['-C', '-b', network.kafka.brokers, '-t', topic, '-o', 'beginning', '-e', '-q', '-f', FORMAT]));

  it('says of each process how it is, how far behind and where', async () => {
    const { code, text } = await network.run('status');
    expect([code, text.match(/正常 ok/g)?.length]).toEqual([0, 5]);
    expect(text.match(/领导 leads/g)).toHaveLength(1);
  });

  describe('one dispute through three tiers and three channels', () =>
    journeyCases(() => Promise.resolve({ ...network, close: () => Promise.resolve() })));

  describe('one screening from its plan to its closing', () =>
    screeningCases(() => Promise.resolve({ ...network, close: () => Promise.resolve() })));

  describeWithKcat('a consumer and producer of somebody else’s making', () => {
    const file = (data: object, type: string, source: string) => {
      const headers = { ce_specversion: '1.0', ce_id: crypto.randomUUID(), ce_type: type, ce_source: source };
      const pairs = Object.entries({ ...headers, 'content-type': 'application/json' });
      const options = pairs.flatMap(([name, value]) => ['-H', `${name}=${value}`]);
      return kcat(
        ['-P', '-b', network.kafka.brokers, '-t', 'dispute.intake.v1', '-k', 'k', ...options],
        JSON.stringify(data),
      );
    };

    it('reads every event as a CloudEvent, those of a dispute in order', async () => {
      const seen = await consumed('dispute.lifecycle.v1');
      expect(seen.length).toBeGreaterThan(20);
      const next = new Map<string, number>();
      for (const { key, headers, body } of seen) {
        const { ce_subject: subject, ce_revision: revision } = lifecycleHeaders.parse(headers);
        const { ce_id: id, ce_source: source, ce_type: type, ce_time: time } = headers;
        const event = new CloudEvent({
          id: id!,
          source: source!,
          type: type!,
          time: time!,
          subject,
          data: JSON.parse(body),
        });
        expect([event.validate(), Number(revision)]).toEqual([true, next.get(subject) ?? 0]);
        expect([`dispute-${key}`, `screening-${key}`]).toContain(subject);
        next.set(subject, Number(revision) + 1);
      }
      expect([...next.keys()].filter((subject) => subject.startsWith('screening-'))).toHaveLength(1);
    });

    it('files a referral, which is taken in once however often it is sent', async () => {
      const referral = {
        reference: '(2026)示例民初17号',
        from: ROOM,
        to: TOWNSHIP,
        kind: 'court-link',
        disputeType: 'contract',
        facts: '买卖合同纠纷,诉前委派(示例)',
        parties: [
          { role: 'applicant', name: '示例丙' },
          { role: 'respondent', name: '示例丁' },
        ],
      };
      const send = () => file(referral, 'dispute.referral-filed.v1', 'urn:mediation:370402:court');
      await send();
      await send();
      const receipts = await eventually('two receipts', async () => {
        const found = await consumed('dispute.receipts.v1');
        return found.length === 2 ? found : notYet({ receipts: found.length });
      });
      const [first, second] = receipts.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
      expect(second).toEqual(first);
      expect(first).toMatchObject({ outcome: 'accepted', reference: referral.reference });
      const township: Desk = await network.desk(TOWNSHIP, 'mediator');
      const { body } = await township.get(`/disputes/${String(first?.['disputeId'])}`);
      expect([body['custodian'], body['phase']]).toEqual([ROOM, 'registered']);
    });

    it('finds what nobody could read in the dead-letter topic, with the reason', async () => {
      await kcat(['-P', '-b', network.kafka.brokers, '-t', 'dispute.intake.v1', '-k', 'k'], 'not a cloud event');
      const [dead] = await eventually('a dead letter', async () => {
        const found = await consumed('dispute.intake.v1.dead-letter');
        return found.length > 0 ? found : notYet('none');
      });
      expect(dead?.body).toBe('not a cloud event');
      expect(dead?.headers['dead-letter-reason']).toMatch(/./);
    });
  });

  it('ends when asked, in order', async () => {
    expect(await network.end()).toBe(0);
    expect(network.output()).toContain('正在结束… · ending…');
  });
});
