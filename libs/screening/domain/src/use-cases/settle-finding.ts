import { PERSONAL, textSchema } from '@mediation/dispute/domain';
import { accept, refuse, refuseWith } from '@mediation/kernel';
import { z } from 'zod';
import { dispute, findingId } from '../fields';
import type { ScreeningEvent } from '../screening.events';
import type { FindingOutcome, KnownScreening } from '../screening.state';
import { known, useCase, type Context, type ScreeningDecision } from '../use-case';

/** What became of a finding is said once; said again it is so already. A dispute comes of one finding at most. */
const settle = (
  finding: string,
  outcome: FindingOutcome,
  { screening, context, event }: { screening: KnownScreening; context: Context; event: ScreeningEvent },
): ScreeningDecision => {
  const found = Object.hasOwn(screening.findings, finding) ? screening.findings[finding] : undefined;
  if (found === undefined) return refuse('finding-unknown');
  if (![found.body, screening.plan.planner].includes(context.actor.org)) return refuse('finding-not-yours');
  if (found.outcome !== undefined) {
    return isSame(found.outcome, outcome)
      ? accept()
      : refuseWith('finding-settled-otherwise', { outcome: { ...found.outcome } });
  }
  const isTaken =
    outcome.kind === 'dispute' && Object.values(screening.findings).some((each) => isOf(each.outcome, outcome.dispute));
  return isTaken ? refuse('dispute-of-another-finding') : accept(event);
};

const isSame = (a: FindingOutcome, b: FindingOutcome): boolean =>
  a.kind === b.kind && (a.kind === 'handled' || b.kind === 'handled' || a.dispute === b.dispute);

const isOf = (outcome: FindingOutcome | undefined, id: string): boolean =>
  outcome?.kind === 'dispute' && outcome.dispute === id;

/** 转为纠纷: which dispute was registered of it. */
export const linkFinding = useCase({
  name: 'LinkFinding',
  data: z.strictObject({ finding: findingId, dispute }),
  disputes: (data) => [data.dispute],
  decide: known((data, screening, context) =>
    settle(
      data.finding,
      { kind: 'dispute', dispute: data.dispute },
      {
        screening,
        context,
        event: { type: 'FindingBecameDispute', data },
      },
    ),
  ),
});

/** 当场化解. */
export const handleFinding = useCase({
  name: 'HandleFinding',
  data: z.strictObject({
    finding: findingId,
    how: textSchema(2000).meta({ description: '化解情况 how it was settled on the spot', ...PERSONAL }),
  }),
  decide: known(({ finding, how }, screening, context) =>
    settle(
      finding,
      { kind: 'handled' },
      {
        screening,
        context,
        event: { type: 'FindingHandled', data: { finding, personal: { file: { text: how } } } },
      },
    ),
  ),
});

/** 与已登记的纠纷重复. */
export const matchFinding = useCase({
  name: 'MatchFinding',
  data: z.strictObject({ finding: findingId, dispute }),
  disputes: (data) => [data.dispute],
  decide: known((data, screening, context) =>
    settle(
      data.finding,
      { kind: 'duplicate', dispute: data.dispute },
      {
        screening,
        context,
        event: { type: 'FindingMatched', data },
      },
    ),
  ),
});
