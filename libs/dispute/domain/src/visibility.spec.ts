import {
  AGENCY,
  BRIGADE,
  BUREAU,
  CENTER,
  COURT,
  DISTRICT_CENTER,
  FAR_CENTER,
  FAR_VILLAGE,
  LEADERS,
  LEGAL_AID,
  NEIGHBOUR,
  OFFICE,
  OTHER_DISTRICT,
  PETITIONS,
  POLICE,
  SQUAD,
  TOWNSHIP,
  VILLAGE,
} from './spec/bodies';
import type { DisputeEvent } from './dispute.events';
import { as, fold, NOON } from './spec/given';
import {
  agreed,
  closed,
  ended,
  event,
  handoffAccepted,
  moved,
  offered,
  registered,
  returned,
  TODAY,
} from './spec/histories';
import { maySee } from './visibility';

const sees = (org: string, ...history: DisputeEvent[]) => maySee(as(org), fold(history));
const dispatched = event('ResponseDispatched', { unit: SQUAD, dispatchedBy: CENTER, dispatchedAt: NOON });
const emergency = event('EmergencyRaised', { people: 30, raisedAt: NOON });
const reportedTo = (to: string) =>
  event('EscalationRiskRaised', { risk: 'civil-to-criminal', people: 1, reportedTo: to });
const askedForAid = event('LegalAidApplied', { aid: 1, party: 'p1', center: LEGAL_AID, appliedOn: '2025-03-05' });
const handedOver = [registered(), offered(POLICE), handoffAccepted(), moved(VILLAGE, POLICE)];

const referral = event('CourtReferralMade', { court: COURT, mode: 'prefiling', referredOn: TODAY });
const confirmationOffered = event('ConfirmationOffered', { agreement: 1, court: COURT, offeredOn: TODAY });
const confirmationFiled = event('ConfirmationFiled', {
  agreement: 1,
  court: COURT,
  applicants: ['p1', 'p2'],
  manner: 'written',
  filedOn: TODAY,
});

describe('who may see a dispute', () => {
  it.each([
    ['holds it', VILLAGE, [registered()]],
    ['has held it', VILLAGE, handedOver],
    ['holds it since', POLICE, handedOver],
    ['is offered it', POLICE, [registered(), offered(POLICE)]],
    ['was sent to its emergency', SQUAD, [registered(), emergency, dispatched]],
    ['is the centre of its township', CENTER, [registered()]],
    ['is the district’s centre', DISTRICT_CENTER, [registered()]],
    ['is the justice bureau', BUREAU, [registered()]],
    ['is the leading group', LEADERS, [registered()]],
    ['is the judicial office that guides its committee', OFFICE, [registered()]],
    ['is the centre of a township that held it before', CENTER, [...handedOver, moved(POLICE, FAR_VILLAGE)]],
    ['was told by the police duty', POLICE, [registered(), reportedTo(POLICE)]],
    ['is asked for legal aid', LEGAL_AID, [registered(), askedForAid]],
    ['referred it as the court', COURT, [registered(), referral]],
    ['is asked to confirm its agreement', COURT, [...agreed, confirmationFiled]],
    ['has taken it up', AGENCY, [registered(), event('DisputeTakenUpFormally', { body: AGENCY, takenUpOn: TODAY })]],
    ['holds it when it is closed', VILLAGE, [...ended, closed('failed')]],
  ])('one that %s', (_, org, history) => expect(sees(org, ...history)).toBe(true));

  it.each([
    ['is a neighbour', NEIGHBOUR, [registered()]],
    ['is the township’s committee: committees have no hierarchy', TOWNSHIP, [registered()]],
    ['is a court nobody asked', COURT, [registered()]],
    ['is a court to which nobody has gone yet', COURT, [...agreed, confirmationOffered]],
    ['is an agency nobody asked', AGENCY, [registered()]],
    ['is the petition office', PETITIONS, [registered()]],
    ['is another township’s centre', FAR_CENTER, [registered()]],
    ['is another district’s centre', OTHER_DISTRICT, [registered()]],
    ['has returned it', POLICE, [registered(), offered(POLICE), returned(1)]],
    ['is the court that a risk was told to, as if it were the police', COURT, [registered(), reportedTo(COURT)]],
    ['was not sent', BRIGADE, [registered(), emergency, dispatched]],
    ['is a judicial office, of what a police station holds', OFFICE, [registered({ custodian: POLICE })]],
  ])('not one that %s', (_, org, history) => expect(sees(org, ...history)).toBe(false));

  it('nobody, where there is nothing; and the system, everything there is', () => {
    expect(maySee(as(VILLAGE, 'system'), fold([]))).toBe(false);
    expect(maySee(as(OTHER_DISTRICT, 'system'), fold([registered()]))).toBe(true);
    expect(maySee(as(OTHER_DISTRICT, 'auditor'), fold([registered()]))).toBe(false);
  });
});
