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
import { closed, ended, event, handoffAccepted, moved, offered, registered, returned } from './spec/histories';
import { maySee } from './visibility';

const sees = (org: string, ...history: DisputeEvent[]) => maySee(as(org), fold(history));
const dispatched = event('ResponseDispatched', { unit: SQUAD, dispatchedBy: CENTER, dispatchedAt: NOON });
const emergency = event('EmergencyRaised', { people: 30, raisedAt: NOON });
const handedOver = [registered(), offered(POLICE), handoffAccepted(), moved(VILLAGE, POLICE)];

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
    ['holds it when it is closed', VILLAGE, [...ended, closed('failed')]],
  ])('one that %s', (_, org, history) => expect(sees(org, ...history)).toBe(true));

  it.each([
    ['is a neighbour', NEIGHBOUR, [registered()]],
    ['is the township’s committee: committees have no hierarchy', TOWNSHIP, [registered()]],
    ['is a court nobody asked', COURT, [registered()]],
    ['is an agency nobody asked', AGENCY, [registered()]],
    ['is the petition office', PETITIONS, [registered()]],
    ['is another township’s centre', FAR_CENTER, [registered()]],
    ['is another district’s centre', OTHER_DISTRICT, [registered()]],
    ['has returned it', POLICE, [registered(), offered(POLICE), returned(1)]],
    ['was not sent', BRIGADE, [registered(), emergency, dispatched]],
    ['is a judicial office, of what a police station holds', OFFICE, [registered({ custodian: POLICE })]],
  ])('not one that %s', (_, org, history) => expect(sees(org, ...history)).toBe(false));

  it('nobody, where there is nothing; and the system, everything there is', () => {
    expect(maySee(as(VILLAGE, 'system'), fold([]))).toBe(false);
    expect(maySee(as(OTHER_DISTRICT, 'system'), fold([registered()]))).toBe(true);
    expect(maySee(as(OTHER_DISTRICT, 'auditor'), fold([registered()]))).toBe(false);
  });
});
