import {
  CENTER,
  COURT,
  DISTRICT_CENTER,
  FAR_TOWNSHIP,
  NEIGHBOUR,
  OFFICE,
  POLICE,
  TOWNSHIP,
  VILLAGE,
} from '../spec/bodies';
import { given, NOON } from '../spec/given';
import {
  accepted,
  agreed,
  closed,
  consented,
  ended,
  event,
  fulfilled,
  handoffAccepted,
  inMediation,
  inSigning,
  moved,
  offered,
  refused,
  registered,
  returned,
  TODAY,
} from '../spec/histories';

const acknowledge = { type: 'AcknowledgeHandoff', data: { handoff: 'h1' } } as const;
const accept = { type: 'AcceptHandoff', data: { handoff: 'h1' } } as const;
const giveBack = (handoff = 'h1', note?: string) =>
  ({ type: 'ReturnHandoff', data: { handoff, reason: 'not-competent', ...(note && { note }) } }) as const;
const withdraw = { type: 'WithdrawHandoff', data: { handoff: 'h1' } } as const;
const lapse = { type: 'LapseHandoff', data: { handoff: 'h1' } } as const;

const acknowledged = event('HandoffAcknowledged', { handoff: 'h1', acknowledgedAt: NOON });
const withdrawn = event('HandoffWithdrawn', { handoff: 'h1', cause: 'by-offerer', withdrawnAt: NOON });
const lapsed = event('HandoffLapsed', { handoff: 'h1', lapsedAt: NOON });
const handedOff = event('MediationTerminated', { proceeding: 1, reason: 'handed-off', routes: [] });

const pending = [registered(), offered(POLICE)] as const;
const escalating = [
  registered(),
  consented('p1', TOWNSHIP),
  consented('p2', TOWNSHIP),
  offered(TOWNSHIP, { kind: 'escalation' }),
] as const;
const directive = [
  registered({ custodian: CENTER }),
  offered(VILLAGE, { kind: 'directive', from: CENTER }),
  moved(CENTER, VILLAGE, 'directive'),
] as const;

describe('acknowledging a handoff', () => {
  it('is recorded once and changes nothing when said again', () => {
    given(...pending)
      .by(POLICE)
      .when(acknowledge)
      .then(acknowledged);
    given(...pending, acknowledged)
      .by(POLICE)
      .when(acknowledge)
      .then();
  });
});

describe('accepting a handoff', () => {
  it('moves responsibility with it, acknowledged or not', () => {
    given(...pending)
      .by(POLICE)
      .when(accept)
      .then(handoffAccepted(), moved(VILLAGE, POLICE));
    given(...pending, acknowledged)
      .by(POLICE)
      .when(accept)
      .then(handoffAccepted(), moved(VILLAGE, POLICE));
    given(...ended, offered(POLICE))
      .by(POLICE)
      .when(accept)
      .then(handoffAccepted(), moved(VILLAGE, POLICE));
    given(...agreed, offered(POLICE))
      .by(POLICE)
      .when(accept)
      .then(handoffAccepted(), moved(VILLAGE, POLICE));
  });

  it('ends the old body’s proceeding, and with it what was still being signed', () => {
    const after = [handoffAccepted(), handedOff, moved(VILLAGE, POLICE)] as const;
    given(...inMediation, offered(POLICE))
      .by(POLICE)
      .when(accept)
      .then(...after);
    given(...inSigning, offered(POLICE))
      .by(POLICE)
      .when(accept)
      .then(...after);
    given(...inSigning, offered(POLICE), ...after)
      .by(POLICE)
      .when({ type: 'SignAgreement', data: { agreement: 1, party: 'p1' } })
      .refused('agreement-not-in-signing');
  });

  it('lets the new body begin afresh', () =>
    given(...ended, offered(POLICE), handoffAccepted(), moved(VILLAGE, POLICE))
      .by(POLICE)
      .when({ type: 'AcceptDispute', data: {} })
      .then({ ...accepted(2, POLICE), data: { ...accepted(2, POLICE).data, acceptedOn: TODAY } }));

  it('takes an escalation to a mediating body only while everyone still consents', () => {
    given(...escalating)
      .by(TOWNSHIP)
      .when(accept)
      .then(handoffAccepted(), moved(VILLAGE, TOWNSHIP));
    given(...escalating, refused('p1', TOWNSHIP))
      .by(TOWNSHIP)
      .when(accept)
      .refused('escalation-needs-consent');
    given(registered(), offered(COURT, { kind: 'escalation' }))
      .by(COURT)
      .when(accept)
      .refused('escalation-needs-consent');
    given(registered(), offered(CENTER, { kind: 'escalation' }))
      .by(CENTER)
      .when(accept)
      .then(handoffAccepted(), moved(VILLAGE, CENTER));
  });

  it('is barred to people’s mediation by a refusal meanwhile, and to nobody else', () => {
    given(...escalating, refused('p2'))
      .by(TOWNSHIP)
      .when(accept)
      .refused('party-refused');
    given(registered(), offered(NEIGHBOUR), refused('p2')).by(NEIGHBOUR).when(accept).refused('party-refused');
    given(...pending, refused('p2'))
      .by(POLICE)
      .when(accept)
      .then(handoffAccepted(), moved(VILLAGE, POLICE));
  });

  it('takes up a directive that has already moved responsibility', () => {
    given(...directive)
      .when(accept)
      .then(handoffAccepted());
    given(...directive, refused('p2'))
      .when(accept)
      .refused('party-refused');
  });
});

describe('returning a handoff', () => {
  it('leaves responsibility with the offerer the first time', () => {
    given(...pending)
      .by(POLICE)
      .when(giveBack('h1', '不属管辖'))
      .then({ ...returned(1), data: { ...returned(1).data, personal: { file: { text: '不属管辖' } } } });
    given(...inMediation, offered(POLICE))
      .by(POLICE)
      .when(giveBack())
      .then(returned(1));
  });

  const second = (to: string, from = VILLAGE) =>
    [offered(POLICE, { from }), returned(1), offered(to, { handoff: 'h2', from })] as const;

  it.each([
    ['the township’s own when both are in it', VILLAGE, OFFICE, CENTER],
    ['the township’s own between a village and its township', VILLAGE, TOWNSHIP, CENTER],
    ['the district’s when townships differ', VILLAGE, FAR_TOWNSHIP, DISTRICT_CENTER],
    ['the district’s when one is the district’s body', VILLAGE, COURT, DISTRICT_CENTER],
    ['the next one up when the centre itself offered', CENTER, OFFICE, DISTRICT_CENTER],
    ['the next one up when the centre itself returned', VILLAGE, CENTER, DISTRICT_CENTER],
    ['the township’s own for one village', VILLAGE, `${VILLAGE.slice(0, 12)}-police`, CENTER],
  ])('brings the second bounce to a common superior centre: %s', (_, from, to, centre) =>
    given(registered({ custodian: from }), ...second(to, from))
      .by(to)
      .when(giveBack('h2'))
      .then(returned(2, 'h2'), moved(from, centre, 'second-bounce')),
  );

  it('ends a running proceeding when the centre is to decide', () =>
    given(...inMediation, ...second(OFFICE))
      .by(OFFICE)
      .when(giveBack('h2'))
      .then(returned(2, 'h2'), handedOff, moved(VILLAGE, CENTER, 'second-bounce')));

  it('stays with the district’s centre when that is the top', () =>
    given(registered({ custodian: DISTRICT_CENTER }), ...second(COURT, DISTRICT_CENTER))
      .by(COURT)
      .when(giveBack('h2'))
      .then(returned(2, 'h2')));

  it('counts anew once the centre was to decide, and once an offer was accepted', () => {
    const third = offered(OFFICE, { handoff: 'h3', from: CENTER });
    given(registered(), ...second(OFFICE), returned(2, 'h2'), moved(VILLAGE, CENTER, 'second-bounce'), third)
      .by(OFFICE)
      .when(giveBack('h3'))
      .then(returned(1, 'h3'));
    given(
      registered(),
      ...second(OFFICE),
      handoffAccepted('h2'),
      moved(VILLAGE, OFFICE),
      offered(POLICE, { handoff: 'h3' }),
    )
      .by(POLICE)
      .when(giveBack('h3'))
      .then(returned(1, 'h3'));
  });

  it('does not count an offer that was withdrawn or lapsed', () => {
    given(...pending, withdrawn, offered(OFFICE, { handoff: 'h2' }))
      .by(OFFICE)
      .when(giveBack('h2'))
      .then(returned(1, 'h2'));
    given(...pending, lapsed, offered(OFFICE, { handoff: 'h2' }))
      .by(OFFICE)
      .when(giveBack('h2'))
      .then(returned(1, 'h2'));
  });

  it('gives a directive back to who gave it, the first time', () =>
    given(...directive)
      .when(giveBack())
      .then(returned(1), moved(VILLAGE, CENTER, 'directive-returned')));

  it('brings a directive returned as the second bounce above the centre that gave it', () =>
    given(...directive, returned(1), moved(VILLAGE, CENTER, 'directive-returned'))
      .by(CENTER)
      .when({ type: 'IssueDirective', data: { to: OFFICE, reason: 'beyond-capacity' } })
      .then(
        offered(OFFICE, {
          handoff: 'h2',
          kind: 'directive',
          from: CENTER,
          reason: 'beyond-capacity',
          offeredAt: NOON,
          replyBy: '2025-03-13',
        }),
        moved(CENTER, OFFICE, 'directive'),
      ));

  it('brings the second return of directives to the next centre up', () =>
    given(
      ...[...directive, returned(1), moved(VILLAGE, CENTER, 'directive-returned')],
      offered(OFFICE, { handoff: 'h2', kind: 'directive', from: CENTER }),
      moved(CENTER, OFFICE, 'directive'),
    )
      .by(OFFICE)
      .when(giveBack('h2'))
      .then(returned(2, 'h2'), moved(OFFICE, DISTRICT_CENTER, 'second-bounce')));
});

describe('withdrawing a handoff', () => {
  it('leaves everything as it was', () =>
    given(...pending)
      .when(withdraw)
      .then(withdrawn));

  it('takes a directive back to its giver', () =>
    given(...directive)
      .by(CENTER)
      .when(withdraw)
      .then(withdrawn, moved(VILLAGE, CENTER, 'directive-withdrawn')));

  it('is the offerer’s alone', () => {
    given(...pending)
      .by(POLICE)
      .when(withdraw)
      .refused('not-the-offering-body');
    given(...pending)
      .by(CENTER)
      .when(withdraw)
      .refused('not-the-offering-body');
    given(...directive)
      .when(withdraw)
      .refused('not-the-offering-body');
  });
});

describe('lapsing', () => {
  it('comes the day after the last day of reply, in Shanghai', () => {
    given(...pending)
      .at('2025-03-12T15:59:59Z')
      .by('370402-center', 'system')
      .when(lapse)
      .refused('not-yet-due');
    given(...pending)
      .by('370402-center', 'system')
      .at('2025-03-12T16:00:00Z')
      .when(lapse)
      .then(event('HandoffLapsed', { handoff: 'h1', lapsedAt: '2025-03-12T16:00:00Z' }));
  });

  it('never ends a directive', () =>
    given(...directive)
      .at('2025-12-31T00:00:00Z')
      .when(lapse)
      .refused('directive-does-not-lapse'));
});

describe.each([acknowledge, accept, giveBack(), withdraw, lapse])('$type', (command) => {
  it('wants the very handoff that is pending', () => {
    given(registered()).when(command).refused('handoff-unknown');
    given(...pending, withdrawn)
      .when(command)
      .refused('handoff-unknown');
    given(...pending, withdrawn, offered(OFFICE, { handoff: 'h2' }))
      .when(command)
      .refused('handoff-unknown');
    given(...fulfilled, closed())
      .when(command)
      .refused('dispute-closed');
    given().when(command).refused('dispute-unknown');
    given(...pending)
      .by(FAR_TOWNSHIP)
      .when(command)
      .refused('dispute-unknown');
  });
});

describe.each([acknowledge, accept, giveBack()])('$type', (command) => {
  it('is the offered body’s alone', () => {
    given(...pending)
      .when(command)
      .refused('not-the-offered-body');
    given(...directive)
      .by(CENTER)
      .when(command)
      .refused('not-the-offered-body');
  });
});
