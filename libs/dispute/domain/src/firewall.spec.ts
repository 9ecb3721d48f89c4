import type { BodyCode } from '@mediation/kernel';
import type { DataOf, DisputeEvent, DisputeEventType, Personal, RecordedDisputeEvent } from './dispute.events';
import { isFirewalled, knowable, knowableClocks, knowableTypes, readable } from './firewall';
import { AGENCY, CENTER, COURT, MEDICAL, NEIGHBOUR, OFFICE, POLICE, ROOM, TOWNSHIP, VILLAGE } from './spec/bodies';
import {
  addressConfirmed,
  confirmationFiled,
  confirmationOffered,
  factsConfirmed,
  factsRecorded,
  movedToCourt,
  papersSignedFor,
  referral,
  returned as returnedToCourt,
} from './spec/court.histories';
import { fold, NOON } from './spec/given';
import {
  accepted,
  appointed,
  breached,
  consented,
  event,
  failed,
  handoffAccepted,
  moved,
  offered,
  reached,
  refused,
  registered,
  rightsNotified,
  sealed,
  sessionHeld,
  signedBy,
  signedByMediator,
  TODAY,
  tookEffect,
} from './spec/histories';

const text = (said: string): Personal => ({ file: { text: said } });
const saying = <E extends DisputeEvent>(each: E, said: string): E => ({
  ...each,
  data: { ...each.data, personal: text(said) },
});

type By = readonly [BodyCode, ...DisputeEvent[]];
const recorded = (...acts: readonly By[]): readonly RecordedDisputeEvent[] =>
  acts
    .flatMap(([org, ...events]) => events.map((each) => ({ each, org })))
    .map(({ each, org }, revision): RecordedDisputeEvent => ({
      ...each,
      id: `e${revision}`,
      stream: 'dispute-1',
      revision,
      position: `1.1.${revision}`,
      metadata: {
        occurredAt: NOON,
        recordedAt: NOON,
        actor: { sub: 'someone', org, roles: [] },
        commandId: 'c1',
        command: 'Test',
        rules: 'plain@1',
      },
    }));

const fileOf = (events: readonly RecordedDisputeEvent[]) => {
  const dispute = fold(events);
  if (dispute.phase === 'absent') throw new Error('nothing registered');
  return dispute.file;
};
const read = (reader: BodyCode, events: readonly RecordedDisputeEvent[]) => readable(events, fileOf(events), reader);
const typesFor = (reader: BodyCode, events: readonly RecordedDisputeEvent[]) =>
  read(reader, events).map(({ type }) => type);
const dataFor = <T extends DisputeEventType>(reader: BodyCode, events: readonly RecordedDisputeEvent[], type: T) =>
  read(reader, events)
    .filter((each) => each.type === type)
    .map(({ data }) => data as DataOf<T>);

const opening: readonly By[] = [
  [ROOM, registered({ source: 'court', custodian: ROOM }), consented('p1'), consented('p2')],
  [ROOM, referral({ court: ROOM }), saying(offered(VILLAGE, { kind: 'court-link', from: ROOM }), '请先行调解')],
  [VILLAGE, handoffAccepted(), moved(ROOM, VILLAGE)],
];
const mediation: readonly By[] = [
  [VILLAGE, accepted(), appointed(), papersSignedFor, rightsNotified()],
  [VILLAGE, saying(sessionHeld(), '愿付一半')],
  [VILLAGE, event('InterestDisclosed', { proceeding: 1, mediator: 'm1', personal: text('曾是同事') })],
];
const draft: readonly By[] = [[VILLAGE, saying(reached(), '付六万'), signedBy('p1')]];
const failure: readonly By[] = [[VILLAGE, failed, returnedToCourt({ court: ROOM }), movedToCourt]];
const seen = [
  'DisputeRegistered',
  'PartyConsented',
  'PartyConsented',
  'CourtReferralMade',
  'HandoffOffered',
  'HandoffAccepted',
  'CustodyMoved',
  'DisputeAccepted',
  'MediatorAppointed',
  'PapersSignedFor',
];

describe('a court', () => {
  const history = recorded(...opening, ...mediation, ...draft, ...failure);

  it('reads its referral, who mediated, how long and with what result, and nothing of what was said or drafted', () => {
    expect(typesFor(ROOM, history)).toEqual([...seen, 'MediationFailed', 'DisputeReturnedToCourt', 'CustodyMoved']);
    expect(JSON.stringify(read(ROOM, history))).not.toMatch(/愿付一半|曾是同事|付六万/);
  });

  it('reads its own papers as it wrote them, and those of its rooms', () => {
    expect(dataFor(ROOM, history, 'HandoffOffered')[0]?.personal).toEqual(text('请先行调解'));
    expect(dataFor(COURT, history, 'HandoffOffered')[0]?.personal).toEqual(text('请先行调解'));
    expect(dataFor(COURT, history, 'DisputeRegistered')[0]?.personal).toEqual(registered().data.personal);
  });

  it('reads an agreement with its signatures once it binds', () => {
    const effect: By = [VILLAGE, signedBy('p2'), signedByMediator(), sealed(), tookEffect()];
    const signatures = ['AgreementSignedByParty', 'AgreementSignedByParty', 'AgreementSignedByMediator'];
    const bound = recorded(...opening, ...mediation, ...draft, effect);
    expect(typesFor(ROOM, bound)).toEqual([
      ...seen,
      'AgreementReached',
      ...signatures,
      'AgreementSealed',
      'AgreementTookEffect',
    ]);
    expect(dataFor(ROOM, bound, 'AgreementReached')[0]?.personal).toEqual(text('付六万'));
  });

  it('never reads a draft that another took the place of', () => {
    const next = [
      event('AgreementSuperseded', { agreement: 1 }),
      saying(reached({ agreement: 2, form: 'oral' }), '付五万'),
      tookEffect(TODAY, 2),
    ];
    const bound = recorded(...opening, ...mediation, ...draft, [VILLAGE, ...next]);
    expect(typesFor(ROOM, bound)).toEqual([...seen, 'AgreementReached', 'AgreementTookEffect']);
    expect(dataFor(ROOM, bound, 'AgreementReached')[0]?.agreement).toBe(2);
  });

  it('reads the undisputed facts once every party has signed them', () => {
    const signed = recorded(...opening, ...mediation, [VILLAGE, factsRecorded, factsConfirmed('p1')]);
    expect(typesFor(ROOM, signed)).toEqual(seen);
    const both = recorded(...opening, ...mediation, [
      VILLAGE,
      factsRecorded,
      factsConfirmed('p1'),
      factsConfirmed('p2'),
      addressConfirmed('p1'),
    ]);
    expect(typesFor(ROOM, both).slice(seen.length)).toEqual([
      'UndisputedFactsRecorded',
      'UndisputedFactsConfirmed',
      'UndisputedFactsConfirmed',
      'ServiceAddressConfirmed',
    ]);
    expect(dataFor(ROOM, both, 'UndisputedFactsRecorded')[0]?.personal).toEqual(text('货已交付'));
    expect(dataFor(ROOM, both, 'ServiceAddressConfirmed')[0]?.personal).toEqual({ p1: { address: '某路1号' } });
  });

  it('reads that a party refused, not why; nor what was said between others', () => {
    const others = recorded(
      ...opening,
      [VILLAGE, saying(refused('p1'), '他骗我'), refused('p2', OFFICE), consented('p1', COURT)],
      [VILLAGE, saying(offered(POLICE, { handoff: 'h2' }), '他打过人')],
      [POLICE, event('HandoffLapsed', { handoff: 'h2', lapsedAt: NOON })],
      [CENTER, event('DisputeSupervised', { by: CENTER, reason: 'overdue' })],
    );
    expect(typesFor(ROOM, others).slice(7)).toEqual(['PartyRefused', 'PartyConsented']);
    expect(dataFor(ROOM, others, 'PartyRefused')).toEqual([{ party: 'p1', refusedOn: '2025-03-03', personal: {} }]);
  });

  it('reads the clocks of mediations, agreements and its own offers', () => {
    const expired = (clock: string) =>
      event('TimeLimitExpired', { clock, rule: 'r', effect: 'SOFT_ALERT', dueOn: TODAY, expiredAt: NOON });
    const ids = ['r/proceeding-1', 'r/agreement-1', 'r/handoff-h1', 'r/handoff-h2', 'r/dispute', 'r/aid-1'];
    const history = recorded(...opening, [VILLAGE, offered(POLICE, { handoff: 'h2' }), ...ids.map(expired)]);
    expect(dataFor(ROOM, history, 'TimeLimitExpired').map(({ clock }) => clock)).toEqual(ids.slice(0, 3));
  });

  it('reads what it recorded itself as mediator, and still nothing of the mediation before', () => {
    const own = recorded(
      ...opening,
      ...mediation,
      ...failure,
      [COURT, accepted(2, COURT), appointed('m9', 2), saying(sessionHeld(2), '庭上所言')],
      [COURT, saying(reached({ proceeding: 2 }), '法院拟稿')],
    );
    expect(dataFor(COURT, own, 'SessionHeld').map(({ proceeding }) => proceeding)).toEqual([2]);
    expect(dataFor(COURT, own, 'AgreementReached').map(({ personal }) => personal)).toEqual([text('法院拟稿')]);
    expect(JSON.stringify(read(COURT, own))).not.toMatch(/愿付一半|曾是同事/);
  });

  it('that is only asked to confirm learns who the parties are, not what they said or suffer from', () => {
    const personal = { p1: { name: '甲某', health: '体弱' }, p2: { name: '乙某' }, file: { text: '争一堵墙' } };
    const asked = recorded(
      [VILLAGE, registered({ personal }), accepted(), saying(reached({ form: 'oral' }), '修墙'), tookEffect()],
      [VILLAGE, confirmationOffered(), confirmationFiled, saying(breached(), '他又不付')],
    );
    expect(dataFor(COURT, asked, 'DisputeRegistered')[0]?.personal).toEqual({
      p1: { name: '甲某' },
      p2: { name: '乙某' },
    });
    expect(dataFor(COURT, asked, 'AgreementBreached')[0]?.personal).toEqual({});
    expect(typesFor(COURT, asked).slice(2)).toEqual([
      'AgreementReached',
      'AgreementTookEffect',
      'ConfirmationOffered',
      'ConfirmationFiled',
      'AgreementBreached',
    ]);
  });

  it('reads a report of a sham that was made to it, and no other', () => {
    const report = (reportedTo: BodyCode) =>
      event('ShamMediationReported', { proceeding: 1, reportedTo, reportedOn: TODAY, personal: text('串通') });
    const told = recorded(...opening, ...mediation, [VILLAGE, report(COURT), report(POLICE)]);
    expect(dataFor(COURT, told, 'ShamMediationReported')).toEqual([report(COURT).data]);
    expect(dataFor(POLICE, told, 'ShamMediationReported')).toEqual([report(POLICE).data]);
  });
});

describe('the police', () => {
  it('read their case, the agreement and its performance, and nothing of the sessions, the courts or the file', () => {
    const history = recorded(
      ...opening,
      ...mediation,
      ...draft,
      [VILLAGE, factsRecorded, factsConfirmed('p1'), factsConfirmed('p2'), addressConfirmed('p1')],
      [VILLAGE, event('EscalationRiskRaised', { risk: 'civil-to-criminal', people: 2, reportedTo: POLICE })],
      [
        VILLAGE,
        event('FollowUpVisited', {
          visitedOn: TODAY,
          satisfaction: 'fair',
          escalationSigns: false,
          personal: text('仍有怨气'),
        }),
      ],
    );
    expect(typesFor(POLICE, history)).toEqual([
      'DisputeRegistered',
      'PartyConsented',
      'PartyConsented',
      'CustodyMoved',
      'DisputeAccepted',
      'MediatorAppointed',
      'RightsNotified',
      'EscalationRiskRaised',
    ]);
  });

  it('read a handoff of their own with its note', () => {
    const history = recorded([VILLAGE, registered(), saying(offered(POLICE), '他打过人')]);
    expect(dataFor(POLICE, history, 'HandoffOffered')[0]?.personal).toEqual(text('他打过人'));
  });
});

describe('everybody else', () => {
  const history = recorded(...opening, ...mediation, ...draft, ...failure);

  it.each([TOWNSHIP, OFFICE, CENTER, NEIGHBOUR, AGENCY, MEDICAL])(
    'reads all but what was said in a session: %s',
    (reader) => {
      expect(isFirewalled(reader)).toBe(false);
      expect(typesFor(reader, history)).toEqual(history.map(({ type }) => type));
      expect(dataFor(reader, history, 'SessionHeld')[0]?.personal).toEqual({});
      expect(dataFor(reader, history, 'InterestDisclosed')[0]?.personal).toEqual({});
      expect(dataFor(reader, history, 'AgreementReached')[0]?.personal).toEqual(text('付六万'));
    },
  );

  it('reads that as well where it held the session itself', () => expect(read(VILLAGE, history)).toEqual(history));

  it('leaves what was recorded as it is', () => {
    const before = JSON.stringify(history);
    [COURT, POLICE, CENTER].forEach((reader) => read(reader, history));
    expect(JSON.stringify(history)).toBe(before);
  });
});

describe('what is told of events without anything personal', () => {
  const history = recorded(...opening, ...mediation, ...draft, ...failure);
  const entries = history.map(({ type, data, metadata }) => {
    const { personal: _, ...detail } = data as { personal?: Personal };
    return { type, actor: metadata.actor.org, data: detail };
  });

  it.each([COURT, ROOM, POLICE, CENTER])('is of the same events that may be read: %s', (reader) =>
    expect(knowable(entries, fileOf(history), reader).map(({ type }) => type)).toEqual(typesFor(reader, history)),
  );

  it('leaves of the clocks those whose lapse may be read', () => {
    const clocks = ['r/proceeding-1', 'r/handoff-h1', 'r/handoff-h9', 'r/dispute', 'r/aid-1'].map((id) => ({ id }));
    const idsFor = (reader: BodyCode) =>
      knowableClocks(clocks, { entries, file: fileOf(history), reader }).map(({ id }) => id);
    expect(idsFor(ROOM)).toEqual(['r/proceeding-1', 'r/handoff-h1']);
    expect(idsFor(POLICE)).toEqual(clocks.map(({ id }) => id));
    expect(idsFor(CENTER)).toEqual(clocks.map(({ id }) => id));
  });

  it('is of certain types whatever the dispute', () => {
    expect(knowableTypes(CENTER)).toBeUndefined();
    expect(knowableTypes(COURT)).toContain('CustodyMoved');
    expect(knowableTypes(COURT)).not.toContain('AgreementReached');
    expect(knowableTypes(POLICE)).not.toContain('SessionHeld');
  });
});
