import type { FactTag } from '@mediation/rules';
import { channelOf, kindOf } from './custody';
import type { Agreement } from './dispute.state';

/** What is true of an agreement, in the words of the rule packs. */
export const agreementFacts = ({ body, form, status }: Agreement): readonly FactTag[] => {
  const facts: readonly (FactTag | false)[] = [
    form === 'written' && 'agreement-written',
    (status === 'effective' || status === 'performed') && 'agreement-effective',
    status === 'performed' && 'agreement-performed',
    status === 'breached' && 'obligation-breached',
    channelOf(body) === 'peoples' && 'agreement-by-committee',
    kindOf(body) === 'police' && 'agreement-by-police',
  ];
  return facts.filter((fact) => fact !== false);
};
