import type { PlainDate } from '@mediation/kernel';
import { projection } from '@mediation/projecting/engine';
import {
  disputeOfSubsidy,
  type RecordedSubsidyEvent,
  type RecoveryReason,
  type RefusalReason,
  type ReturnReason,
  type SubsidyDataOf,
  type SubsidyPhase,
} from '@mediation/subsidy/domain';

type Claim = SubsidyDataOf<'SubsidyClaimed'>;

/** The subsidy of one dispute as it stands; the dispute itself is in the view of disputes. Nothing personal. */
export type SubsidyRow = {
  dispute: string;
  revision: number;
  phase: Exclude<SubsidyPhase, 'unclaimed'>;
  body?: string;
  dossier?: string;
  mediators?: readonly string[];
  difficulty?: Claim['difficulty'];
  result?: Claim['result'];
  /** The rate, and the rule pack that has it. */
  rate?: string;
  pack?: string;
  amount_fen?: number;
  claimed_on?: PlainDate;
  reviewed_on?: PlainDate;
  /** Why it was returned, refused or recovered. */
  reason?: ReturnReason | RefusalReason | RecoveryReason;
  approved_on?: PlainDate | undefined;
  paid_on?: PlainDate;
  batch?: string;
  recovered_on?: PlainDate;
  yielded_to?: string;
};

type Change = Partial<SubsidyRow> & Pick<SubsidyRow, 'phase'>;

/** Only what was claimed is decided on; the journal lets nothing else come first. */
const changed = (
  row: SubsidyRow | undefined,
  { revision }: RecordedSubsidyEvent,
  change: Change,
): SubsidyRow | undefined => row && { ...row, ...change, revision };

export const subsidies = projection<SubsidyRow, RecordedSubsidyEvent>()({
  name: 'subsidies',
  version: 1,
  key: ({ stream }) => disputeOfSubsidy(stream),
  on: {
    SubsidyClaimed: (_, { stream, revision, metadata, data }) => ({
      dispute: disputeOfSubsidy(stream),
      revision,
      phase: 'claimed',
      body: data.body,
      dossier: data.dossier,
      mediators: data.mediators,
      difficulty: data.difficulty,
      result: data.result,
      rate: data.rate,
      pack: metadata.rules,
      amount_fen: data.amountFen,
      claimed_on: data.claimedOn,
    }),
    SubsidyReviewed: (row, event) => changed(row, event, { phase: 'reviewed', reviewed_on: event.data.reviewedOn }),
    SubsidyReturned: (row, event) =>
      changed(row, event, { phase: 'returned', reviewed_on: event.data.returnedOn, reason: event.data.reason }),
    SubsidyApproved: (row, event) =>
      changed(row, event, {
        phase: 'approved',
        amount_fen: event.data.amountFen,
        approved_on: event.data.approvedOn,
      }),
    SubsidyRefused: (row, event) =>
      changed(row, event, { phase: 'refused', approved_on: undefined, reason: event.data.reason }),
    SubsidyPaid: (row, event) =>
      changed(row, event, { phase: 'paid', paid_on: event.data.paidOn, batch: event.data.batch }),
    SubsidyYielded: (_, { stream, revision, data }) => ({
      dispute: disputeOfSubsidy(stream),
      revision,
      phase: 'yielded',
      yielded_to: data.to,
    }),
    SubsidyRecovered: (row, event) =>
      changed(row, event, {
        phase: 'recovered',
        recovered_on: event.data.recoveredOn,
        reason: event.data.reason,
      }),
  },
});
