import { CENTER, COURT, MEDICAL, OFFICE, POLICE, ROOM, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { given, NOON } from '../spec/given';
import {
  agreed,
  consented,
  ended,
  event,
  failed,
  handoffAccepted,
  inMediation,
  inSession,
  moved,
  offered,
  reached,
  refused,
  registered,
  settled,
  TODAY,
  tookEffect,
} from '../spec/histories';

const accept = { type: 'AcceptDispute', data: {} } as const;
const begun = {
  proceeding: 1,
  channel: 'peoples',
  body: VILLAGE,
  acceptedOn: TODAY,
  mediateBy: '2025-04-09',
} as const;
const triaged = event('DisputeTriaged', { channel: 'administrative' });

describe('accepting a dispute', () => {
  it('begins a proceeding with the rule’s limit', () =>
    given(registered()).when(accept).then(event('DisputeAccepted', begun)));

  it.each([
    [OFFICE, 'administrative', undefined],
    [POLICE, 'administrative', undefined],
    [COURT, 'judicial', undefined],
    [ROOM, 'judicial', undefined],
    [MEDICAL, 'peoples', '2025-04-19'],
  ] as const)('begins in the channel of the body: %s in %s, by %s', (body, channel, mediateBy) =>
    given(registered({ custodian: body }))
      .by(body)
      .when(accept)
      .then(event('DisputeAccepted', { ...begun, body, channel, mediateBy })),
  );

  it('begins again after an end, and after a part was agreed', () => {
    given(...ended)
      .when(accept)
      .then(event('DisputeAccepted', { ...begun, proceeding: 2 }));
    given(...inSession, reached({ extent: 'partial' }), tookEffect(), failed)
      .when(accept)
      .then(event('DisputeAccepted', { ...begun, proceeding: 2 }));
  });

  it('takes up the directive that brought it, and only that', () => {
    const directive = [
      offered(TOWNSHIP, { kind: 'directive', from: CENTER }),
      moved(VILLAGE, TOWNSHIP, 'directive'),
    ] as const;
    given(registered(), ...directive)
      .by(TOWNSHIP)
      .when(accept)
      .then(
        event('HandoffAccepted', { handoff: 'h1', acceptedAt: NOON }),
        event('DisputeAccepted', { ...begun, body: TOWNSHIP }),
      );
    given(registered(), offered(POLICE)).when(accept).then(event('DisputeAccepted', begun));
  });

  it('follows the triage, until custody moves', () => {
    given(registered(), triaged).when(accept).refused('triaged-to-another-channel');
    given(registered({ custodian: OFFICE }), triaged)
      .by(OFFICE)
      .when(accept)
      .then(event('DisputeAccepted', { ...begun, body: OFFICE, channel: 'administrative', mediateBy: undefined }));
    given(registered(), triaged, offered(TOWNSHIP), handoffAccepted(), moved(VILLAGE, TOWNSHIP))
      .by(TOWNSHIP)
      .when(accept)
      .then(event('DisputeAccepted', { ...begun, body: TOWNSHIP }));
  });

  it('is barred by a refusal until the party takes it back', () => {
    given(registered(), refused('p2')).when(accept).refused('party-refused');
    given(registered({ custodian: COURT }), refused('p2'))
      .by(COURT)
      .when(accept)
      .refused('party-refused');
    given(registered(), refused('p2'), consented('p1')).when(accept).refused('party-refused');
    given(registered(), refused('p2'), consented('p2')).when(accept).then(event('DisputeAccepted', begun));
    given(registered(), refused('p2', TOWNSHIP)).when(accept).then(event('DisputeAccepted', begun));
  });

  it('is refused while one runs, after a full agreement, and to a body that only coordinates', () => {
    given(...inMediation)
      .when(accept)
      .refused('proceeding-running');
    given(...agreed)
      .when(accept)
      .refused('already-agreed');
    given(registered({ custodian: CENTER }))
      .by(CENTER)
      .when(accept)
      .refused('body-does-not-mediate');
  });

  it('is refused to another body and when the file is not open', () => {
    given(registered()).by(OFFICE).when(accept).refused('not-the-responsible-body');
    given(...settled)
      .when(accept)
      .refused('dispute-closed');
    given().when(accept).refused('dispute-unknown');
  });

  it('is refused for a time before the file was opened', () =>
    given(registered()).at('2025-03-01T08:59:59+08:00', NOON).when(accept).refused('occurred-before-registration'));
});
