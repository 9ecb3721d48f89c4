import { dateInShanghai, type BodyCode } from '@mediation/kernel';
import type { DataOf, DisputeEvent, DisputeEventType, EventOf } from '../dispute.events';
import { channelOf } from '../custody';
import { NOON } from './given';
import { VILLAGE } from './bodies';

export const TODAY = dateInShanghai(NOON);
export const MEDIATOR = '370402102001-m1';

export const event = <T extends DisputeEventType>(type: T, data: DataOf<T>): EventOf<T> =>
  ({ type, data }) as EventOf<T>;

/** Two parties, p1 the applicant and p2 the respondent, unless told otherwise. */
export const registered = (change: Partial<DataOf<'DisputeRegistered'>> = {}) =>
  event('DisputeRegistered', {
    source: 'application',
    disputeType: 'neighbourhood',
    custodian: VILLAGE,
    place: '370402102001',
    parties: [
      { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
      { id: 'p2', kind: 'natural-person', role: 'respondent', minor: false },
    ],
    headcount: 2,
    registeredAt: '2025-03-01T09:00:00+08:00',
    personal: { p1: { name: '甲某' }, p2: { name: '乙某' }, file: { text: '争一堵墙' } },
    ...change,
  });

export const accepted = (proceeding = 1, body: BodyCode = VILLAGE) =>
  event('DisputeAccepted', { proceeding, channel: channelOf(body) ?? 'peoples', body, acceptedOn: '2025-03-02' });
export const appointed = (mediator = MEDIATOR, proceeding = 1) =>
  event('MediatorAppointed', { proceeding, mediator, how: 'assigned' });
export const rightsNotified = (parties = ['p1', 'p2'], proceeding = 1) =>
  event('RightsNotified', { proceeding, parties });
export const sessionHeld = (proceeding = 1) =>
  event('SessionHeld', { proceeding, session: 1, heldOn: '2025-03-03', attended: ['p1', 'p2'], personal: {} });
export const suspended = event('MediationSuspended', { proceeding: 1, reason: 'appraisal' });
export const failed = event('MediationFailed', { proceeding: 1, reason: 'no-agreement', routes: ['litigation'] });

export const reached = (change: Partial<DataOf<'AgreementReached'>> = {}) =>
  event('AgreementReached', {
    agreement: 1,
    proceeding: 1,
    form: 'written',
    extent: 'full',
    obligations: [
      { id: 1, debtor: 'p2', amountFen: 10_000, dueOn: '2025-04-01' },
      { id: 2, debtor: 'p1', dueOn: '2025-04-01' },
    ],
    personal: { file: { text: '修墙' } },
    ...change,
  });
export const signedBy = (party: string, signedOn = '2025-03-04', agreement = 1) =>
  event('AgreementSignedByParty', { agreement, party, signedOn });
export const signedByMediator = (signedOn = '2025-03-04', agreement = 1) =>
  event('AgreementSignedByMediator', { agreement, mediator: MEDIATOR, signedOn });
export const sealed = (sealedOn = '2025-03-04', agreement = 1) =>
  event('AgreementSealed', { agreement, body: VILLAGE, sealedOn });
export const tookEffect = (effectiveOn = '2025-03-04', agreement = 1) =>
  event('AgreementTookEffect', { agreement, effectiveOn });
export const paid = (amountFen: number, complete: boolean, agreement = 1) =>
  event('ObligationPerformed', { agreement, obligation: 1, amountFen, performedOn: '2025-03-20', complete });
export const done = event('ObligationPerformed', {
  agreement: 1,
  obligation: 2,
  performedOn: '2025-03-20',
  complete: true,
});
export const performed = (agreement = 1) => event('AgreementPerformed', { agreement });
export const breached = (agreement = 1) =>
  event('AgreementBreached', { agreement, breachedOn: '2025-03-09', personal: {} });
export const closed = (outcome: DataOf<'DisputeClosed'>['outcome'] = 'settled') =>
  event('DisputeClosed', { outcome, closedOn: '2025-03-09' });
export const reopened = (reason: DataOf<'DisputeReopened'>['reason'] = 'new-application') =>
  event('DisputeReopened', { reason, reopenedOn: '2025-03-09' });

export const consented = (party: string, to?: BodyCode) =>
  event('PartyConsented', { party, to, consentedOn: '2025-03-02' });
export const refused = (party: string, to?: BodyCode) =>
  event('PartyRefused', { party, to, refusedOn: '2025-03-03', personal: {} });

export const offered = (to: BodyCode, change: Partial<DataOf<'HandoffOffered'>> = {}) =>
  event('HandoffOffered', {
    handoff: 'h1',
    kind: 'transfer',
    from: VILLAGE,
    to,
    reason: 'outside-competence',
    offeredAt: '2025-03-05T09:00:00+08:00',
    replyBy: '2025-03-12',
    personal: {},
    ...change,
  });
export const handoffAccepted = (handoff = 'h1') => event('HandoffAccepted', { handoff, acceptedAt: NOON });
export const returned = (bounce: number, handoff = 'h1') =>
  event('HandoffReturned', { handoff, reason: 'not-competent', returnedAt: NOON, bounce, personal: {} });
export const moved = (from: BodyCode, to: BodyCode, cause: DataOf<'CustodyMoved'>['cause'] = 'handoff-accepted') =>
  event('CustodyMoved', { from, to, cause, movedAt: NOON });

/** Histories that specs start from, each going on where the one before it stopped. */
export const inMediation: readonly DisputeEvent[] = [registered(), accepted()];
export const inSession: readonly DisputeEvent[] = [...inMediation, appointed(), rightsNotified(), sessionHeld()];
export const inSigning: readonly DisputeEvent[] = [...inSession, reached()];
export const agreed: readonly DisputeEvent[] = [
  ...inSigning,
  signedBy('p1'),
  signedBy('p2'),
  signedByMediator(),
  sealed(),
  tookEffect(),
];
export const fulfilled: readonly DisputeEvent[] = [...agreed, paid(10_000, true), done, performed()];
export const settled: readonly DisputeEvent[] = [...fulfilled, closed()];
export const ended: readonly DisputeEvent[] = [...inSession, failed];
