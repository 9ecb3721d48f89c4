import type { DataOf, DisputeEventType, KnownDispute, Personal, RecordedDisputeEvent } from '@mediation/dispute/domain';
import { disputeFile, disputeHistory, foldDispute } from './dispute-file';

const VILLAGE = '370402102001-committee';
const TOWNSHIP = '370402102-committee';
const COURT = '370402-court';
const OFFICE = '370402102-judicial-office';
const SESSION = '乙方愿先付一半';
const INTEREST = '曾与申请人同事';

const events: RecordedDisputeEvent[] = [];
const record = <T extends DisputeEventType>(type: T, org: string, data: DataOf<T>): void => {
  const revision = events.length;
  events.push({
    type,
    data,
    id: `e${revision}`,
    stream: 'dispute-1',
    revision,
    position: `1.1.${revision}`,
    metadata: {
      occurredAt: `2025-03-0${1 + (revision % 9)}T09:00:00+08:00`,
      recordedAt: '2025-03-09T09:00:00+08:00',
      actor: { sub: 'm1', org, roles: ['mediator'] },
      commandId: 'c1',
      command: 'Test',
      rules: 'cn@2025-01-01',
    },
  } as RecordedDisputeEvent);
};
const text = (of: string): Personal => ({ file: { text: of } });

record('DisputeRegistered', VILLAGE, {
  source: 'application',
  disputeType: 'neighbourhood',
  custodian: VILLAGE,
  place: '370402102001',
  parties: [
    { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
    { id: 'p2', kind: 'natural-person', role: 'respondent', minor: true },
  ],
  headcount: 2,
  registeredAt: '2025-03-01T09:00:00+08:00',
  personal: {
    p1: { name: '示例甲', phone: '13800000001' },
    p2: { name: '示例乙', health: '体弱' },
    file: { text: '争一堵墙', address: '村东头' },
  },
});
record('DisputeAccepted', VILLAGE, { proceeding: 1, channel: 'peoples', body: VILLAGE, acceptedOn: '2025-03-02' });
record('MediatorAppointed', VILLAGE, { proceeding: 1, mediator: 'm1', how: 'assigned' });
record('InterestDisclosed', VILLAGE, { proceeding: 1, mediator: 'm1', personal: text(INTEREST) });
record('SessionHeld', VILLAGE, {
  proceeding: 1,
  session: 1,
  heldOn: '2025-03-05',
  attended: ['p1', 'p2'],
  personal: text(SESSION),
});
record('CustodyMoved', TOWNSHIP, {
  from: VILLAGE,
  to: TOWNSHIP,
  cause: 'handoff-accepted',
  movedAt: '2025-03-06T09:00:00+08:00',
});
record('AgreementReached', TOWNSHIP, {
  agreement: 1,
  proceeding: 1,
  form: 'written',
  extent: 'full',
  obligations: [{ id: 1, debtor: 'p2', dueOn: '2025-04-01' }],
  personal: text('重砌围墙'),
});
record('AgreementTookEffect', TOWNSHIP, { agreement: 1, effectiveOn: '2025-03-08' });

const reading = (reader: string, first = events) => ({
  dispute: foldDispute(first) as KnownDispute,
  events: first,
  reader,
});
const NOW = '2025-03-10T09:00:00+08:00';

describe('a history', () => {
  const dataFor = (reader: string, type: DisputeEventType) =>
    disputeHistory(reading(reader)).find((event) => event.type === type)?.data;

  it('shows each event with who, when, why and by which rules, and no roles', () => {
    expect(disputeHistory(reading(TOWNSHIP))[1]).toStrictEqual({
      revision: 1,
      type: 'DisputeAccepted',
      occurredAt: '2025-03-02T09:00:00+08:00',
      recordedAt: '2025-03-09T09:00:00+08:00',
      actor: { sub: 'm1', org: VILLAGE },
      command: 'Test',
      rules: 'cn@2025-01-01',
      data: { proceeding: 1, channel: 'peoples', body: VILLAGE, acceptedOn: '2025-03-02' },
    });
  });

  it('shows a session’s record and a disclosure to the body that held it', () => {
    expect(dataFor(VILLAGE, 'SessionHeld')).toMatchObject({ personal: text(SESSION) });
    expect(dataFor(VILLAGE, 'InterestDisclosed')).toMatchObject({ personal: text(INTEREST) });
  });

  it.each([TOWNSHIP, OFFICE, '370402-center', '370402102002-committee'])(
    'shows nobody else more than that there was one: %s',
    (reader) => {
      expect(dataFor(reader, 'SessionHeld')).toEqual({
        proceeding: 1,
        session: 1,
        heldOn: '2025-03-05',
        attended: ['p1', 'p2'],
        personal: {},
      });
      expect(dataFor(reader, 'InterestDisclosed')).toEqual({ proceeding: 1, mediator: 'm1', personal: {} });
      const shown = JSON.stringify(disputeHistory(reading(reader)));
      expect([shown.includes(SESSION), shown.includes(INTEREST)]).toEqual([false, false]);
    },
  );

  it('shows a court not even that', () => {
    const revisions = disputeHistory(reading(COURT)).map(({ revision }) => revision);
    expect(revisions).toEqual([0, 1, 2, 5, 6, 7]);
  });

  it('shows a minor to the responsible body by name, to others under a label', () => {
    const minorOf = (reader: string) => (dataFor(reader, 'DisputeRegistered') as { personal: Personal }).personal['p2'];
    expect(minorOf(TOWNSHIP)).toEqual({ name: '示例乙', health: '体弱' });
    expect(minorOf(VILLAGE)).toEqual({ name: '未成年人甲' });
    expect(minorOf('370402-center')).toEqual({ name: '未成年人甲' });
  });

  it('leaves the events themselves as they are', () => {
    const before = JSON.stringify(events);
    disputeHistory(reading(COURT));
    disputeHistory(reading(OFFICE));
    expect(JSON.stringify(events)).toBe(before);
  });
});

describe('a file', () => {
  const fileAt = (count: number, reader = VILLAGE) => {
    const first = events.slice(0, count);
    return disputeFile('1', reading(reader, first), NOW);
  };

  it('shows the people by their parties, and the facts', () => {
    const { parties, facts, placeText, revision, phase, custodian } = fileAt(1);
    expect({ parties, facts, placeText, revision, phase, custodian }).toStrictEqual({
      parties: [
        { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false, name: '示例甲', phone: '13800000001' },
        { id: 'p2', kind: 'natural-person', role: 'respondent', minor: true, name: '示例乙', health: '体弱' },
      ],
      facts: '争一堵墙',
      placeText: '村东头',
      revision: 0,
      phase: 'registered',
      custodian: VILLAGE,
    });
  });

  it('says of a medical dispute, and of no other, that it is confidential', () => {
    const [first] = events;
    const medical = { ...first, data: { ...first?.data, disputeType: 'medical' } } as RecordedDisputeEvent;
    expect(disputeFile('1', reading(VILLAGE, [medical]), NOW)).toMatchObject({ confidential: true });
    expect(fileAt(1)).not.toHaveProperty('confidential');
  });

  it('shows the proceeding while there is one', () => {
    expect(fileAt(1)).not.toHaveProperty('proceeding');
    expect(fileAt(5)).toMatchObject({ phase: 'in-mediation', proceeding: { n: 1, mediators: ['m1'], sessions: 1 } });
    expect(fileAt(8)).not.toHaveProperty('proceeding');
  });

  it('shows an agreement with its terms, and the day of its effect once it has any', () => {
    expect(fileAt(7).agreements).toMatchObject([
      { n: 1, status: 'signing', terms: '重砌围墙', effectiveOn: undefined },
    ]);
    expect(fileAt(8).agreements).toMatchObject([{ n: 1, status: 'effective', effectiveOn: '2025-03-08' }]);
  });

  it('shows a court the agreement once it binds, and no proceeding’s inside', () => {
    expect(fileAt(7, COURT).agreements).toEqual([]);
    expect(fileAt(8, COURT).agreements).toMatchObject([{ n: 1, status: 'effective', terms: '重砌围墙' }]);
    expect(fileAt(5, COURT)).toMatchObject({
      phase: 'in-mediation',
      revision: 4,
      mediations: [{ proceeding: 1, body: VILLAGE, mediators: ['m1'], rightsNotified: [], sessions: [] }],
      proceeding: { n: 1, mediators: ['m1'], sessions: 0, rightsNotified: [] },
    });
  });

  it('shows a minor to others than the responsible body under a label', () => {
    expect(fileAt(1, VILLAGE).parties[1]).toMatchObject({ minor: true, name: '示例乙' });
    expect(fileAt(1, OFFICE).parties[1]).toEqual({
      id: 'p2',
      kind: 'natural-person',
      role: 'respondent',
      minor: true,
      name: '未成年人甲',
    });
  });

  it('shows the clocks as they stand, and not what they are made of', () => {
    const file = fileAt(4);
    expect(file).not.toHaveProperty('occurrences');
    expect(file.clocks.map(({ id, state }) => [id, state])).toEqual([
      ['people-mediation-month/proceeding-1', 'running'],
    ]);
    expect(fileAt(4, COURT).clocks).toEqual(file.clocks);
  });

  it('shows undisputed facts and the addresses for service, to a court once the facts are signed by all', () => {
    const more = [...events];
    const add = <T extends DisputeEventType>(type: T, data: DataOf<T>) =>
      more.push({ ...events[0], type, data, revision: more.length } as RecordedDisputeEvent);
    add('UndisputedFactsRecorded', { record: 1, proceeding: 1, recordedOn: '2025-03-08', personal: text('墙高两米') });
    add('UndisputedFactsConfirmed', { record: 1, party: 'p1', signedOn: '2025-03-08' });
    add('ServiceAddressConfirmed', {
      party: 'p1',
      confirmedOn: '2025-03-08',
      personal: { p1: { address: '示例村一号' } },
    });
    const shown = (reader: string) => {
      const { undisputedFacts, parties } = disputeFile('1', reading(reader, more), NOW);
      return [undisputedFacts, parties[0]?.serviceAddress];
    };
    expect(shown(VILLAGE)).toEqual([[{ n: 1, signedBy: ['p1'], facts: '墙高两米' }], '示例村一号']);
    expect(shown(COURT)).toEqual([[], '示例村一号']);
    add('UndisputedFactsConfirmed', { record: 1, party: 'p2', signedOn: '2025-03-08' });
    expect(shown(COURT)).toEqual([[{ n: 1, signedBy: ['p1', 'p2'], facts: '墙高两米' }], '示例村一号']);
  });

  it('holds no word of a session', () => {
    const shown = JSON.stringify(fileAt(8));
    expect([shown.includes(SESSION), shown.includes(INTEREST)]).toEqual([false, false]);
  });
});
