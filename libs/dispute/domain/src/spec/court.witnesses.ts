import type { CourtRefusal } from '../court.refusals';
import { AGENCY, COURT } from './bodies';
import {
  confirmationDecided,
  confirmationFiled,
  confirmationOffered,
  papersSignedFor,
  referredInMediation,
} from './court.histories';
import { given, type Sent, type Witness } from './given';
import { agreed, inMediation, MEDIATOR } from './histories';

const sign: Sent = { type: 'SignForPapers', data: { mediator: MEDIATOR } };
const offer = (court: string): Sent => ({ type: 'OfferConfirmation', data: { agreement: 1, court } });
const file = (court: string): Sent => ({ type: 'FileConfirmation', data: { agreement: 1, court, manner: 'oral' } });
const take: Sent = { type: 'AcceptConfirmation', data: { agreement: 1 } };

/** One way to each refusal. */
export const COURT_WITNESSES: { readonly [R in CourtRefusal]: Witness } = {
  'not-a-court': () => given(...agreed).when(offer(AGENCY)),
  'no-court-referral': () => given(...inMediation).when(sign),
  'papers-already-signed-for': () => given(...referredInMediation, papersSignedFor).when(sign),
  'undisputed-facts-unknown': () =>
    given(...inMediation).when({ type: 'ConfirmUndisputedFacts', data: { record: 1, party: 'p1' } }),
  'mediation-not-ended': () => given(...referredInMediation).when({ type: 'ReturnToCourt', data: {} }),
  'result-does-not-fit': () =>
    given(...agreed.slice(0, 1), ...referredInMediation.slice(3, 4), ...agreed.slice(1)).when({
      type: 'ReturnToCourt',
      data: { result: 'failed' },
    }),
  'not-a-court-or-police': () =>
    given(...inMediation).when({ type: 'ReportShamMediation', data: { reportedTo: AGENCY, grounds: '可疑' } }),
  'confirmation-not-offered': () => given(...agreed).when(file(COURT)),
  'not-the-offered-court': () => given(...agreed, confirmationOffered()).when(file('370403-court')),
  'confirmation-not-filed': () => given(...agreed, confirmationOffered()).when(take),
  'confirmation-under-way': () => given(...agreed, confirmationOffered(), confirmationFiled).when(offer(COURT)),
  'confirmation-decided': () =>
    given(...agreed, confirmationOffered(), confirmationFiled, confirmationDecided('confirmed')).when(take),
  'remedy-not-open': () => given(...agreed).when({ type: 'PursueRemedy', data: { agreement: 1, way: 're-mediation' } }),
};
