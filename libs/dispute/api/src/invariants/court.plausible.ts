import { COURT, ROOM } from './bodies';
import type { Sight } from './plausible-data';

const numberOf = ({ dispute, draw }: Sight): number =>
  dispute.phase === 'absent' || draw.chance(5) ? 1 : Math.max(dispute.file.agreements.length, 1);
const recordOf = ({ dispute }: Sight): number =>
  dispute.phase === 'absent' ? 1 : Math.max(dispute.file.undisputedFacts.length, 1);
const partyOf = ({ dispute, draw }: Sight): string =>
  dispute.phase === 'absent' ? 'p1' : draw.of(dispute.file.parties).id;
const mediatorOf = ({ dispute }: Sight): string =>
  (dispute.phase === 'in-mediation' ? dispute.proceeding.mediators[0] : undefined) ?? 'm1';

export const byCourt = ({ dispute }: Sight): boolean =>
  dispute.phase !== 'absent' && [COURT, ROOM].includes(dispute.file.custodian);

/** Now and then a court refers; a party agrees to it. */
export const courtReferred = ({ draw }: Sight): object =>
  draw.chance(85)
    ? { court: draw.of([{ mode: 'prefiling' }, { mode: 'postfiling', procedure: 'summary' }]), consents: ['p1'] }
    : {};

/** Data that each use case might be sent, sensible more often than not. */
export const COURT_PLAUSIBLE = {
  SignForPapers: (sight: Sight) => ({ mediator: mediatorOf(sight) }),
  RecordUndisputedFacts: () => ({ facts: '货已交付' }),
  ConfirmUndisputedFacts: (sight: Sight) => ({ record: recordOf(sight), party: partyOf(sight) }),
  ConfirmServiceAddress: (sight: Sight) => ({ party: partyOf(sight), address: '某路1号' }),
  ReturnToCourt: () => ({}),
  ReportShamMediation: () => ({ reportedTo: COURT, grounds: '过分一致' }),
  OfferConfirmation: (sight: Sight) => ({ agreement: numberOf(sight), court: COURT }),
  FileConfirmation: (sight: Sight) => ({ agreement: numberOf(sight), court: COURT, manner: 'written' }),
  AcceptConfirmation: (sight: Sight) => ({ agreement: numberOf(sight) }),
  DecideConfirmation: (sight: Sight) => ({
    agreement: numberOf(sight),
    decision: sight.draw.of(['confirmed', 'dismissed', 'refused']),
  }),
  PursueRemedy: (sight: Sight) => ({
    agreement: numberOf(sight),
    way: sight.draw.of(['enforcement', 'payment-order', 'litigation']),
  }),
};
