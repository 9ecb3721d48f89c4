import {
  openReferral,
  type Confirmation,
  type DisputeUseCaseName,
  type KnownDispute,
  type MediatedDispute,
} from '@mediation/dispute/domain';
import type { BodyCode } from '@mediation/kernel';

type Weighted = readonly (readonly [weight: number, name: DisputeUseCaseName])[];

/** What a court's referral brings with it, and what is kept for courts. */
export const forCourts = ({ file, proceeding }: MediatedDispute): Weighted => [
  [openReferral(file) && !proceeding.papersSignedFor && proceeding.mediators.length > 0 ? 25 : 0.1, 'SignForPapers'],
  [0.7, 'RecordUndisputedFacts'],
  [file.undisputedFacts.length > 0 ? 3 : 0.1, 'ConfirmUndisputedFacts'],
  [0.5, 'ConfirmServiceAddress'],
  [0.3, 'ReportShamMediation'],
];

const CONFIRMING: Readonly<Record<Confirmation['status'] | 'none', Weighted>> = {
  none: [[8, 'OfferConfirmation']],
  offered: [[60, 'FileConfirmation']],
  filed: [
    [30, 'AcceptConfirmation'],
    [20, 'DecideConfirmation'],
  ],
  accepted: [[50, 'DecideConfirmation']],
  confirmed: [[0.5, 'PursueRemedy']],
  dismissed: [[10, 'PursueRemedy']],
  refused: [
    [1, 'PursueRemedy'],
    [1, 'OfferConfirmation'],
  ],
};

/** What becomes of an agreement at a court. */
export const confirming = ({ file }: KnownDispute): Weighted => [
  ...CONFIRMING[file.confirmations.at(-1)?.status ?? 'none'],
  ...(file.agreements.at(-1)?.status === 'breached' ? ([[25, 'PursueRemedy']] as const) : []),
  ...(openReferral(file) ? ([[6, 'ReturnToCourt']] as const) : []),
];

/** What a court that is asked to confirm does; undefined for any other body. */
export const asConfirmingCourt = ({ file }: KnownDispute, by: BodyCode): Weighted | undefined =>
  file.confirmations.some(({ court, status }) => court === by && (status === 'filed' || status === 'accepted'))
    ? [
        [3, 'AcceptConfirmation'],
        [4, 'DecideConfirmation'],
      ]
    : undefined;
