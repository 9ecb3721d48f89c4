import type { Probe } from '@mediation/aggregate-api';
import type { DisputeUseCaseName } from '@mediation/dispute/domain';
import { divisionOf, type BodyCode } from '@mediation/kernel';
import { EXAMPLES } from '../examples';
import { reachOf } from './reach';
import { each, once, type WhoIsWho } from './sight';

const KINDS = ['court-link', 'police-link', 'petition-link', 'transfer'] as const;

/** What a dispute may be opened with. */
export const openingProbe = (useCase: DisputeUseCaseName, org: BodyCode, who: WhoIsWho): Probe => {
  if (useCase !== 'ReferDispute') return once({ ...EXAMPLES[useCase] });
  const { kind: _, to: __, ...filled } = EXAMPLES.ReferDispute as Readonly<Record<string, never>>;
  const reach = reachOf({ place: divisionOf(org), custodian: org, heldBy: [] }, org, who.bodies());
  return each(
    KINDS.flatMap((kind) => (reach.length > 0 ? reach : [org]).map((to) => ({ kind, to }))),
    filled,
  );
};
