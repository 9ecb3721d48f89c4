import type { DisputeEvent } from '@mediation/dispute/domain';
import { mediationFacts } from './mediation-facts';
import {
  accepted,
  DISTRICT,
  ID,
  moved,
  performedAndClosed,
  recorded,
  registered,
  rowsOf,
  settledInWriting,
  TOWNSHIP,
  VILLAGE,
} from './spec/story';

const COURT = '370402-court';

/** What every row of the story has: recorded on 1 March by the village's committee, unless it says otherwise. */
const fact = (revision: number, kind: string, change: object = {}) => ({
  dispute: ID,
  revision,
  kind,
  happened_on: '2025-03-01',
  recorded_at: '2025-03-01T09:00:05+08:00',
  recorded_on: '2025-03-01',
  body: VILLAGE,
  tier: 'village',
  ...change,
});

const factsOf = (...events: readonly DisputeEvent[]) => Object.values(rowsOf(mediationFacts, recorded(events)));

describe('facts', () => {
  it('keep a dispute from its registration to its closure, one row per fact, under its own revision', () => {
    const rows = rowsOf(
      mediationFacts,
      recorded([registered(), accepted(), ...settledInWriting, ...performedAndClosed]),
    );
    expect(rows).toEqual(
      Object.fromEntries(
        [
          fact(0, 'registered', {
            source: 'application',
            dispute_type: 'neighbourhood',
            place: '370402102001',
            people: 2,
            amount_fen: 120_000,
          }),
          fact(1, 'accepted', { happened_on: '2025-03-02', proceeding: 1, channel: 'peoples', due_on: '2025-04-01' }),
          fact(2, 'mediator-appointed', { proceeding: 1, mediator: 'm1', reason: 'assigned' }),
          fact(5, 'agreement-reached', {
            proceeding: 1,
            agreement: 1,
            form: 'written',
            extent: 'full',
            amount_fen: 120_000,
            due_on: '2025-04-30',
          }),
          fact(10, 'agreed', { happened_on: '2025-03-07', agreement: 1 }),
          fact(11, 'obligation-performed', {
            happened_on: '2025-03-30',
            agreement: 1,
            obligation: 2,
            amount_fen: 60_000,
          }),
          fact(12, 'obligation-performed', {
            happened_on: '2025-03-30',
            agreement: 1,
            obligation: 1,
            amount_fen: 60_000,
          }),
          fact(13, 'performed', { agreement: 1 }),
          fact(14, 'followed-up', { happened_on: '2025-05-10', satisfaction: 'satisfied', escalation_signs: false }),
          fact(15, 'closed', { happened_on: '2025-05-11', outcome: 'settled' }),
        ].map((row) => [`${ID}:${row.revision}`, row]),
      ),
    );
  });

  it('say the day they were recorded, in Shanghai, beside the day they happened', () => {
    const [event] = recorded([{ type: 'DisputeAssessed', data: { headcount: 40 } }]);
    const late = { ...event!, metadata: { ...event!.metadata, recordedAt: '2025-07-05T16:30:00Z' } };
    expect(Object.values(rowsOf(mediationFacts, [late]))).toEqual([
      fact(0, 'assessed', { people: 40, recorded_at: '2025-07-05T16:30:00Z', recorded_on: '2025-07-06' }),
    ]);
  });

  it('keep what kept a dispute from going further, and emergencies with the people in them', () =>
    expect(
      factsOf(
        { type: 'EscalationRiskRaised', data: { risk: 'petition', people: 3 } },
        { type: 'EscalationAverted', data: { risk: 'petition', people: 3, avertedOn: '2025-03-03' } },
        { type: 'EmergencyRaised', data: { people: 30, raisedAt: '2025-03-03T10:00:00+08:00' } },
        { type: 'EmergencyConcluded', data: { people: 34, concludedAt: '2025-03-03T16:00:00Z', personal: {} } },
      ),
    ).toEqual([
      fact(0, 'risk-raised', { risk: 'petition', people: 3 }),
      fact(1, 'averted', { happened_on: '2025-03-03', risk: 'petition', people: 3 }),
      fact(2, 'emergency-raised', { happened_on: '2025-03-03', people: 30 }),
      fact(3, 'emergency', { happened_on: '2025-03-04', people: 34 }),
    ]));

  it('keep every way out besides an agreement', () =>
    expect(
      factsOf(
        { type: 'PartyRefused', data: { party: 'p2', to: TOWNSHIP, refusedOn: '2025-03-02', personal: {} } },
        { type: 'DisputeNotAccepted', data: { reason: 'mediation-forbidden', routes: ['litigation'] } },
        { type: 'MediationFailed', data: { proceeding: 1, reason: 'no-agreement', routes: ['litigation'] } },
        { type: 'MediationTerminated', data: { proceeding: 2, reason: 'uncontactable', routes: ['litigation'] } },
        { type: 'DisputeWithdrawn', data: { party: 'p1' } },
        { type: 'AgreementBreached', data: { agreement: 1, obligation: 2, breachedOn: '2025-04-02', personal: {} } },
        { type: 'DisputeReopened', data: { reason: 'breach', reopenedOn: '2025-04-03' } },
      ),
    ).toEqual([
      fact(0, 'refused', { happened_on: '2025-03-02', other_body: TOWNSHIP }),
      fact(1, 'declined', { reason: 'mediation-forbidden' }),
      fact(2, 'failed', { proceeding: 1, reason: 'no-agreement' }),
      fact(3, 'terminated', { proceeding: 2, reason: 'uncontactable' }),
      fact(4, 'withdrawn'),
      fact(5, 'breached', { happened_on: '2025-04-02', agreement: 1, obligation: 2 }),
      fact(6, 'reopened', { happened_on: '2025-04-03', reason: 'breach' }),
    ]));

  it('name the body that the event is about, with its tier, where that is not who recorded it', () =>
    expect(
      factsOf(
        accepted(2, TOWNSHIP),
        moved(),
        { type: 'DisputeSupervised', data: { by: DISTRICT, reason: 'bounced', replyBy: '2025-03-20' } },
        {
          type: 'ConfirmationDecided',
          data: { agreement: 1, court: COURT, decision: 'confirmed', decidedOn: '2025-03-21' },
        },
      ),
    ).toEqual([
      fact(0, 'accepted', {
        happened_on: '2025-03-02',
        proceeding: 2,
        channel: 'peoples',
        body: TOWNSHIP,
        tier: 'township',
        due_on: '2025-04-01',
      }),
      fact(1, 'custody-moved', {
        happened_on: '2025-03-11',
        body: TOWNSHIP,
        tier: 'township',
        other_body: VILLAGE,
        reason: 'handoff-accepted',
      }),
      fact(2, 'supervised', { body: DISTRICT, tier: 'district', reason: 'bounced', due_on: '2025-03-20' }),
      fact(3, 'confirmed', {
        happened_on: '2025-03-21',
        body: COURT,
        tier: 'district',
        agreement: 1,
        outcome: 'confirmed',
      }),
    ]));

  it('keep which disputes were found to be the same, expired limits, and what was put away', () =>
    expect(
      factsOf(
        { type: 'DisputeLinked', data: { to: 'other', relation: 'duplicate', personal: {} } },
        {
          type: 'TimeLimitExpired',
          data: {
            clock: 'c1',
            rule: 'medical-mediation',
            effect: 'DEEMED_FAILED',
            dueOn: '2025-04-14',
            expiredAt: '2025-04-15T00:00:00+08:00',
          },
        },
        { type: 'DisputeArchived', data: { retention: 'long', archivedOn: '2025-06-01' } },
      ),
    ).toEqual([
      fact(0, 'linked', { other_dispute: 'other', reason: 'duplicate' }),
      fact(1, 'time-limit-expired', {
        happened_on: '2025-04-15',
        due_on: '2025-04-14',
        reason: 'medical-mediation',
        outcome: 'DEEMED_FAILED',
      }),
      fact(2, 'archived', { happened_on: '2025-06-01' }),
    ]));
});
