import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { breachOf, findAgreement } from '../agreement';
import type { DisputeEvent } from '../dispute.events';
import type { Agreement, ObligationState } from '../dispute.state';
import { fen, note, ordinal } from '../fields';
import { byCustodian, today, useCase, type Context, type DisputeDecision } from '../use-case';

const perform = (
  agreement: Agreement,
  owed: ObligationState,
  amountFen: number | undefined,
  context: Context,
): DisputeDecision => {
  if (owed.performed) return refuse('obligation-performed');
  if (owed.amountFen !== undefined && amountFen === undefined) return refuse('amount-needed');
  const paid = owed.paidFen + (amountFen ?? 0);
  if (paid > (owed.amountFen ?? paid)) return refuse('more-than-owed');
  const complete = paid === (owed.amountFen ?? paid);
  const all = complete && agreement.obligations.every((each) => each.performed || each.id === owed.id);
  const performed: DisputeEvent = {
    type: 'ObligationPerformed',
    data: { agreement: agreement.n, obligation: owed.id, amountFen, performedOn: today(context), complete },
  };
  return all
    ? accept<DisputeEvent>(performed, { type: 'AgreementPerformed', data: { agreement: agreement.n } })
    : accept(performed);
};

/** 履行: of one obligation, in as many parts as it takes. Late performance after a breach counts as well. */
export const recordPerformance = useCase({
  name: 'RecordPerformance',
  data: z.strictObject({ agreement: ordinal, obligation: ordinal, amountFen: fen.min(1).optional() }),
  decide: byCustodian((data, dispute, context) => {
    const agreement = findAgreement(dispute.file, data.agreement);
    if (agreement === undefined) return refuse('agreement-unknown');
    if (agreement.status !== 'effective' && agreement.status !== 'breached') return refuse('agreement-not-in-effect');
    const owed = agreement.obligations.find((each) => each.id === data.obligation);
    return owed ? perform(agreement, owed, data.amountFen, context) : refuse('obligation-unknown');
  }),
});

/** 不履行/反悔. */
export const recordBreach = useCase({
  name: 'RecordBreach',
  data: z.strictObject({ agreement: ordinal, obligation: ordinal.optional(), note }),
  decide: byCustodian((data, dispute, context) => {
    const agreement = findAgreement(dispute.file, data.agreement);
    if (agreement === undefined) return refuse('agreement-unknown');
    if (agreement.status !== 'effective') return refuse('agreement-not-in-effect');
    const owed = agreement.obligations.find((each) => each.id === data.obligation);
    if (data.obligation !== undefined && owed === undefined) return refuse('obligation-unknown');
    if (owed?.performed) return refuse('obligation-performed');
    return accept(...breachOf(agreement, context, data));
  }),
});
