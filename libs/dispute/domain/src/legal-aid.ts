import { addDays, refuse, type PlainDate } from '@mediation/kernel';
import type { LegalAid } from './procedure.state';
import { known, type Context, type DisputeDecision } from './use-case';
import type { Dispute, KnownDispute } from './dispute.state';

/** Nothing more is decided or done about it; the party may apply again. */
export const isOver = ({ status }: LegalAid): boolean => ['refused', 'completed', 'terminated'].includes(status);

/** Runs the legal aid centre's decision on an application made to it. */
export const atItsCenter = <Data extends { readonly aid: number }>(
  decide: (data: Data, aid: LegalAid, dispute: KnownDispute, context: Context) => DisputeDecision,
): ((data: Data, dispute: Dispute, context: Context) => DisputeDecision) =>
  known((data, dispute, context) => {
    const aid = dispute.file.legalAid.find(({ n }) => n === data.aid);
    if (aid === undefined) return refuse('aid-unknown');
    return aid.center === context.actor.org ? decide(data, aid, dispute, context) : refuse('not-the-legal-aid-center');
  });

/** 距法定时效或者期限届满不足七日 (法律援助法 art. 44): fewer than seven days are left, and it has not run out. */
export const limitationNearlyOver = ({ limitationEndsOn }: LegalAid, on: PlainDate): boolean =>
  limitationEndsOn !== undefined && limitationEndsOn >= on && limitationEndsOn < addDays(on, 7);
