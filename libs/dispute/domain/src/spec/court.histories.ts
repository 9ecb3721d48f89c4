import type { DataOf, DisputeEvent } from '../dispute.events';
import { COURT, ROOM, VILLAGE } from './bodies';
import {
  accepted,
  appointed,
  consented,
  event,
  handoffAccepted,
  moved,
  offered,
  registered,
  rightsNotified,
  sessionHeld,
  TODAY,
} from './histories';

export const referral = (change: Partial<DataOf<'CourtReferralMade'>> = {}) =>
  event('CourtReferralMade', {
    court: COURT,
    mode: 'postfiling',
    procedure: 'summary',
    referredOn: '2025-03-01',
    ...change,
  });

export const papersSignedFor = event('PapersSignedFor', {
  proceeding: 1,
  mediator: '370402102001-m1',
  signedOn: '2025-03-02',
});
export const factsRecorded = event('UndisputedFactsRecorded', {
  record: 1,
  proceeding: 1,
  recordedOn: TODAY,
  personal: { file: { text: '货已交付' } },
});
export const factsConfirmed = (party: string) =>
  event('UndisputedFactsConfirmed', { record: 1, party, signedOn: TODAY });
export const addressConfirmed = (party: string) =>
  event('ServiceAddressConfirmed', { party, confirmedOn: TODAY, personal: { [party]: { address: '某路1号' } } });

/** A pre-trial room filed it for its court, and the village's committee took it. */
export const referred: readonly DisputeEvent[] = [
  registered({ source: 'court', disputeType: 'contract', custodian: ROOM }),
  consented('p1'),
  consented('p2'),
  referral(),
  offered(VILLAGE, { kind: 'court-link', from: ROOM, reason: 'pre-trial' }),
  handoffAccepted(),
  moved(ROOM, VILLAGE),
];
export const referredInMediation: readonly DisputeEvent[] = [...referred, accepted(), appointed()];
export const referredInSession: readonly DisputeEvent[] = [...referredInMediation, rightsNotified(), sessionHeld()];

export const returned = (change: Partial<DataOf<'DisputeReturnedToCourt'>> = {}) =>
  event('DisputeReturnedToCourt', {
    court: COURT,
    result: 'failed',
    serviceAddresses: [],
    returnedOn: TODAY,
    ...change,
  });
export const movedToCourt = moved(VILLAGE, COURT, 'returned-to-court');

export const confirmationOffered = (change: Partial<DataOf<'ConfirmationOffered'>> = {}) =>
  event('ConfirmationOffered', {
    agreement: 1,
    court: COURT,
    basis: 'mediation-body',
    offeredOn: TODAY,
    ...change,
  });
export const confirmationFiled = event('ConfirmationFiled', {
  agreement: 1,
  court: COURT,
  applicants: ['p1', 'p2'],
  manner: 'written',
  filedOn: TODAY,
});
export const confirmationAccepted = event('ConfirmationAccepted', {
  agreement: 1,
  court: COURT,
  acceptedOn: TODAY,
});
export const confirmationDecided = (decision: DataOf<'ConfirmationDecided'>['decision']) =>
  event('ConfirmationDecided', { agreement: 1, court: COURT, decision, decidedOn: TODAY });
