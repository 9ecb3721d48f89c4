import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { aidApplied, aidDecided, milestone } from '../spec/authority.histories';
import { AGENCY, BUREAU, COURT, HEALTH, LEGAL_AID, MEDICAL, OFFICE, PETITIONS, POLICE, VILLAGE } from '../spec/bodies';
import { fold, given } from '../spec/given';
import { accepted, event, moved, offered, registered, settled, TODAY } from '../spec/histories';
import type { Milestone } from '../vocabulary';

const reach = (reached: Milestone, on?: string) =>
  ({ type: 'RecordMilestone', data: { milestone: reached, ...(on !== undefined && { on }) } }) as const;
/** Passed on by that body, which sees it for ever. */
const from = (body: string) => [registered({ custodian: body }), moved(body, VILLAGE)] as const;

describe('recording a step outside mediation', () => {
  it('is for the responsible body, today unless it says another day', () => {
    given(registered()).when(reach('traffic-liability-served')).then(milestone('traffic-liability-served', TODAY));
    given(registered())
      .when(reach('application-received', '2025-02-20'))
      .then(milestone('application-received', '2025-02-20'));
  });

  it.each([
    [POLICE, 'traffic-mediation-applied'],
    [PETITIONS, 'petition-received'],
    [HEALTH, 'health-applied'],
    [AGENCY, 'transfer-received'],
  ] as const)('and for the authority whose step it is: %s, %s', (body, step) => {
    given(...from(body))
      .by(body)
      .when(reach(step))
      .then(milestone(step, TODAY));
    given(...from(body))
      .by(body)
      .when(reach('first-requested'))
      .refused('not-the-body-of-this-step');
  });

  it('is refused for the step of another', () => {
    given(...from(POLICE))
      .by(POLICE)
      .when(reach('petition-received'))
      .refused('not-the-body-of-this-step');
    given(...from(COURT))
      .by(COURT)
      .when(reach('traffic-mediation-applied'))
      .refused('not-the-body-of-this-step');
    given(...from(AGENCY))
      .by(AGENCY)
      .when(reach('health-applied'))
      .refused('not-the-body-of-this-step');
    given(registered()).by(OFFICE).when(reach('transfer-received')).refused('not-the-body-of-this-step');
  });

  it('knows no day that has not come', () => {
    given(registered()).when(reach('petition-received', '2025-03-11')).refused('date-in-the-future');
    given(registered()).when(reach('petition-received', TODAY)).then(milestone('petition-received', TODAY));
  });

  it.each<[Milestone, Milestone]>([
    ['petition-received', 'petition-routed'],
    ['petition-routed', 'petition-objected'],
    ['petition-received', 'petition-accepted'],
    ['petition-accepted', 'petition-concluded'],
    ['petition-concluded', 'petition-review-requested'],
    ['petition-review-requested', 'petition-reviewed'],
    ['petition-reviewed', 'petition-final-review-requested'],
    ['petition-final-review-requested', 'petition-final-reviewed'],
    ['aid-objected', 'aid-objection-decided'],
    ['health-applied', 'health-accepted'],
    ['health-applied', 'health-concluded'],
    ['traffic-mediation-applied', 'traffic-mediation-concluded'],
    ['transfer-received', 'transfer-passed-on'],
    ['transfer-passed-on', 'transfer-answered'],
  ])('keeps the order: %s, then %s, never a day before it', (first, second) => {
    given(registered()).when(reach(second)).refused('milestone-out-of-order');
    given(registered(), milestone(first, '2025-03-05'))
      .when(reach(second, '2025-03-04'))
      .refused('milestone-out-of-order');
    given(registered(), milestone(first, '2025-03-05'))
      .when(reach(second, '2025-03-05'))
      .then(milestone(second, '2025-03-05'));
  });

  it('lets an objection follow the decision on legal aid, told by the centre or the bureau over it', () => {
    given(registered(), aidApplied()).by(LEGAL_AID).when(reach('aid-objected')).refused('milestone-out-of-order');
    for (const by of [LEGAL_AID, BUREAU])
      given(registered(), aidApplied(), aidDecided('refused'))
        .by(by)
        .when(reach('aid-objected'))
        .then(milestone('aid-objected', TODAY));
  });

  it('may be told late, of a closed file too', () =>
    given(...settled)
      .when(reach('traffic-mediation-applied', '2025-03-08'))
      .then(milestone('traffic-mediation-applied', '2025-03-08')));

  it('is nothing to those who do not see the dispute', () => {
    given(registered()).by(PETITIONS).when(reach('petition-received')).refused('dispute-unknown');
    given().when(reach('petition-received')).refused('dispute-unknown');
  });
});

describe('when a claim was first put', () => {
  const firstRequested = (...history: readonly DisputeEvent[]) => {
    const dispute = fold(history);
    return dispute.phase === 'absent' ? undefined : dispute.file.firstRequestedAt;
  };

  it('is the registration, unless a party is told to have come before', () => {
    expect(firstRequested(registered())).toBe('2025-03-01T09:00:00+08:00');
    expect(firstRequested(registered(), milestone('first-requested', '2025-02-20'))).toBe('2025-02-20T00:00:00+08:00');
    expect(firstRequested(registered(), milestone('first-requested', '2025-03-05'))).toBe('2025-03-01T09:00:00+08:00');
  });

  it('is the day a party came, where the dispute had only been found', () => {
    const found = registered({ source: 'screening' });
    const came = milestone('first-requested', '2025-03-05');
    expect(firstRequested(found, came)).toBe('2025-03-05T00:00:00+08:00');
    expect(firstRequested(found, came, milestone('first-requested', '2025-03-07'))).toBe('2025-03-05T00:00:00+08:00');
    expect(firstRequested(found, came, milestone('first-requested', '2025-03-03'))).toBe('2025-03-03T00:00:00+08:00');
  });
});

describe('the health authority accepting what a medical committee mediates', () => {
  const medical = registered({ custodian: MEDICAL, disputeType: 'medical' });
  const rules = rulePackFor('2025-03-10', '370402');
  const applied = [milestone('health-applied', '2025-03-03')] as const;

  it('is barred by the regulation', () =>
    given(medical, accepted(1, MEDICAL), offered(HEALTH), ...applied)
      .by(HEALTH)
      .under(rules)
      .when(reach('health-accepted'))
      .barred('medical-admin-take-up-committee', '第四十条'));

  it('is recorded where the committee hears of it, which then must not go on', () => {
    given(medical, accepted(1, MEDICAL), ...applied)
      .by(MEDICAL)
      .under(rules)
      .when(reach('health-accepted', '2025-03-04'))
      .then(milestone('health-accepted', '2025-03-04'));
    const held = [
      medical,
      accepted(1, MEDICAL),
      ...applied,
      event('MediatorAppointed', { proceeding: 1, mediator: 'm1', how: 'assigned' }),
      event('RightsNotified', { proceeding: 1, parties: ['p1', 'p2'] }),
      milestone('health-accepted'),
    ] as const;
    const hold = { type: 'HoldSession', data: {} } as const;
    given(...held)
      .by(MEDICAL)
      .under(rules)
      .when(hold)
      .barred('medical-session-health-authority', '第三十一条');
    given(...held, milestone('health-concluded'))
      .by(MEDICAL)
      .under(rules)
      .when(hold)
      .then(
        event('SessionHeld', {
          proceeding: 1,
          session: 1,
          heldOn: TODAY,
          attended: ['p1', 'p2'],
          personal: {},
        }),
      );
  });
});
