import { accept, divisionOf, refuse, type PlainDate } from '@mediation/kernel';
import { z } from 'zod';
import { mayRead } from '../competence';
import { finding, heldOn } from '../fields';
import type { DataOf, ScreeningEvent } from '../screening.events';
import type { ScreeningRefusal } from '../screening.refusals';
import type { OpenScreening } from '../screening.state';
import { open, today, useCase, type Context } from '../use-case';

const MOST_FINDINGS = 50;

/** A division reports once, by a body of its own. */
const refusalOf = (
  held: PlainDate,
  { plan, rounds }: OpenScreening,
  context: Context,
): ScreeningRefusal | undefined => {
  const place = divisionOf(context.actor.org);
  if (!plan.places.includes(place) || !mayRead(context.actor, place)) return 'not-asked-to-report';
  if (Object.hasOwn(rounds, place)) return 'already-reported';
  if (held > today(context)) return 'held-in-the-future';
  return held < plan.from ? 'held-before-the-period' : undefined;
};

/** Late by the day it is recorded: what is typed in afterwards was not there on the due day. */
const roundOf = (held: PlainDate, { plan }: OpenScreening, context: Context): DataOf<'ZeroReported'> => ({
  kind: plan.kind,
  place: divisionOf(context.actor.org),
  body: context.actor.org,
  heldOn: held,
  late: today(context) > plan.dueOn,
});

/** 报送一轮排查及所发现的线索. */
export const reportRound = useCase({
  name: 'ReportRound',
  data: z.strictObject({ heldOn, findings: z.array(finding).min(1).max(MOST_FINDINGS) }),
  decide: open((data, screening, context) => {
    const refusal = refusalOf(data.heldOn, screening, context);
    if (refusal !== undefined) return refuse(refusal);
    const round = roundOf(data.heldOn, screening, context);
    const { kind, place, body, heldOn: held } = round;
    const first = Object.keys(screening.findings).length + 1;
    const findings = data.findings.map(({ facts, ...found }, index): ScreeningEvent => ({
      type: 'FindingReported',
      data: {
        finding: `f${first + index}`,
        kind,
        place,
        body,
        heldOn: held,
        ...found,
        personal: { file: { text: facts } },
      },
    }));
    return accept({ type: 'RoundReported', data: { ...round, findings: findings.length } }, ...findings);
  }),
});

/** 零报告. */
export const reportZero = useCase({
  name: 'ReportZero',
  data: z.strictObject({ heldOn }),
  decide: open((data, screening, context) => {
    const refusal = refusalOf(data.heldOn, screening, context);
    return refusal === undefined
      ? accept({ type: 'ZeroReported', data: roundOf(data.heldOn, screening, context) })
      : refuse(refusal);
  }),
});
