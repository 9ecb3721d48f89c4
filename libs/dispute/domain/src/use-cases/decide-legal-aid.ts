import { accept, refuse } from '@mediation/kernel';
import type { FactTag } from '@mediation/rules';
import { z } from 'zod';
import { ordinal, text } from '../fields';
import { atItsCenter, limitationNearlyOver } from '../legal-aid';
import type { LegalAid } from '../procedure.state';
import { barTo } from '../situation';
import { today, useCase, type DisputeRules, type Context } from '../use-case';
import { AID_DECISIONS } from '../vocabulary';

const data = z.strictObject({
  aid: ordinal,
  decision: z.enum(AID_DECISIONS),
  exemption: text(80)
    .optional()
    .meta({ description: '免予核查或不受经济困难条件限制的情形，见规则清单 the exemption, by its id in the rules' }),
  preservation: z
    .boolean()
    .default(false)
    .meta({ description: '需要立即申请保全或先予执行 preservation or advance execution is needed at once' }),
});

const isListed = (rules: DisputeRules, exemption: string): boolean =>
  rules.lists('aid-no-hardship-check', exemption) || rules.lists('aid-no-hardship-condition', exemption);

const factsOf = ({ decision, preservation }: z.output<typeof data>, aid: LegalAid, context: Context) => {
  const facts: readonly (FactTag | false)[] = [
    decision === 'provisional' && 'aid-provisional',
    limitationNearlyOver(aid, today(context)) && 'limitation-nearly-over',
    preservation && 'preservation-needed',
  ];
  return facts.filter((fact) => fact !== false);
};

/** 给予、先行提供或不予法律援助: the centre's decision; after aid given first (先行提供) it decides again, for good. */
export const decideLegalAid = useCase({
  name: 'DecideLegalAid',
  data,
  decide: atItsCenter((asked, aid, dispute, context) => {
    const { decision, exemption } = asked;
    const again = aid.status === 'provisional' && decision !== 'provisional';
    if (aid.status !== 'applied' && !again) return refuse('aid-decided');
    if (exemption !== undefined && !isListed(context.rules, exemption)) return refuse('exemption-not-listed');
    const ground =
      decision === 'refused' ? undefined : barTo('grant-legal-aid', dispute, context, factsOf(asked, aid, context));
    if (ground) return refuse('barred-by-rule', ground);
    return accept({ type: 'LegalAidDecided', data: { aid: aid.n, decision, exemption, decidedOn: today(context) } });
  }),
});
