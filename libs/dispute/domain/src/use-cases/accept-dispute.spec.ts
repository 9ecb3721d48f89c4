import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { milestone } from '../spec/authority.histories';
import type { DisputeType } from '../vocabulary';
import { AGENCY, CENTER, COURT, HEALTH, MEDICAL, OFFICE, POLICE, ROOM, TOWNSHIP, VILLAGE } from '../spec/bodies';
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

describe('accepting a medical dispute', () => {
  const rules = rulePackFor('2025-03-10', '370402');
  const medical = (change = {}) => registered({ custodian: MEDICAL, disputeType: 'medical', ...change });
  const accepting = (...history: readonly DisputeEvent[]) =>
    given(...history)
      .by(MEDICAL)
      .under(rules)
      .when(accept);
  // Thirty working days from Monday 10 March 2025: eighteen to 3 April, none at 清明 (4 to 6 April), twelve to 22 April.
  const begunThere = event('DisputeAccepted', { ...begun, body: MEDICAL, mediateBy: '2025-04-22' });

  it('takes the other side’s consent where one side applied', () => {
    accepting(medical()).barred('medical-accept-consent', '第三十一条');
    accepting(medical(), consented('p1')).barred('medical-accept-consent', '第三十一条');
    accepting(medical(), consented('p2')).then(begunThere);
  });

  it('takes both sides’ consent where neither did', () => {
    const found = medical({ source: 'hospital' });
    accepting(found, consented('p2')).barred('medical-accept-consent', '第三十一条');
    accepting(found, consented('p1'), consented('p2')).then(begunThere);
  });

  it('takes none where they applied together', () => {
    const both = ['p1', 'p2'].map((id) => ({
      id,
      kind: 'natural-person' as const,
      role: 'applicant' as const,
      minor: false,
    }));
    accepting(medical({ parties: both })).then(begunThere);
    accepting(medical({ parties: both.slice(0, 1) })).barred('medical-accept-consent', '第三十一条');
  });

  const agreedTo = [medical(), consented('p2')] as const;
  const taken = (body: string) => event('DisputeTakenUpFormally', { body, takenUpOn: '2025-03-05' });

  it('leaves alone what a court has taken up', () =>
    accepting(...agreedTo, taken(COURT)).barred('medical-accept-court', '第三十一条'));

  it('leaves alone what the health authority has taken up, until that has ended', () => {
    const applied = milestone('health-applied', '2025-03-04');
    for (const has of [[taken(HEALTH)], [applied, milestone('health-accepted')]])
      accepting(...agreedTo, ...has).barred('medical-accept-health-authority', '第三十一条');
    accepting(...agreedTo, taken(HEALTH), applied, milestone('health-concluded')).then(begunThere);
    accepting(...agreedTo, applied, milestone('health-accepted'), milestone('health-concluded')).then(begunThere);
  });

  it('is the same for the health authority', () => {
    const there = medical({ custodian: HEALTH });
    const acceptingThere = (...history: readonly DisputeEvent[]) =>
      given(...history)
        .by(HEALTH)
        .under(rules)
        .when(accept);
    acceptingThere(there).barred('medical-admin-accept-consent', '第四十条');
    acceptingThere(there, consented('p2'), taken(COURT)).barred('medical-admin-accept-court', '第四十条');
    acceptingThere(there, consented('p2')).then(
      event('DisputeAccepted', { ...begun, body: HEALTH, channel: 'administrative', mediateBy: '2025-04-22' }),
    );
  });
});

describe('accepting by the law of the place', () => {
  const at = (custodian: string, disputeType: DisputeType, ...more: readonly DisputeEvent[]) =>
    given(registered({ custodian, disputeType }), ...more).by(custodian);
  const shandong = rulePackFor('2025-03-10', '370402');

  it('keeps an agency to its catalogue where there is one', () => {
    at(AGENCY, 'labour')
      .under(shandong)
      .when(accept)
      .barred('administrative-catalogue-housing', '第二十五条、第十四条');
    for (const { decision } of [
      at(AGENCY, 'property-management').under(shandong).when(accept),
      at(AGENCY, 'labour').under(rulePackFor('2025-03-10')).when(accept),
    ])
      expect(decision.kind).toBe('accepted');
  });

  it('leaves disputes with the administration out from 1 May 2025 in Shandong, not in Shenzhen', () => {
    const dispute = at(AGENCY, 'property-management', event('MattersNoted', { matters: ['administrative-dispute'] }));
    dispute
      .under(rulePackFor('2025-05-01', '370402'))
      .when(accept)
      .barred('administrative-accept-administrative-dispute', '第二条');
    for (const rules of [rulePackFor('2025-04-30', '370402'), rulePackFor('2025-05-01', '440304')])
      expect(dispute.under(rules).when(accept).decision.kind).toBe('accepted');
  });

  it('wants both sides before the traffic police, and no suit', () => {
    at(POLICE, 'traffic-accident')
      .under(shandong)
      .when(accept)
      .barred('traffic-accept-joint-application', '第八十六条');
    expect(at(POLICE, 'traffic-accident', consented('p2')).under(shandong).when(accept).decision.kind).toBe('accepted');
    at(
      POLICE,
      'traffic-accident',
      consented('p2'),
      event('DisputeTakenUpFormally', { body: COURT, takenUpOn: '2025-03-05' }),
    )
      .under(shandong)
      .when(accept)
      .barred('traffic-accept-sued', '第九十四条');
  });

  it.each([
    ['gang-related', 'police-accept-barred-gang'],
    ['hired-assault', 'police-accept-barred-hired'],
  ] as const)('leaves the police nothing to mediate of %s', (matter, rule) =>
    at(POLICE, 'compensation', event('MattersNoted', { matters: [matter] }))
      .under(shandong)
      .when(accept)
      .barred(rule, '第一百七十九条'),
  );
});
