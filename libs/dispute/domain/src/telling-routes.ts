import { refuse } from '@mediation/kernel';
import type { OpenDispute } from './dispute.state';
import { barTo } from './situation';
import type { Context, DisputeDecision } from './use-case';
import type { Route } from './vocabulary';

type Decide<Data, State> = (data: Data, dispute: State, context: Context) => DisputeDecision;

/** A decision by which the parties are told of other routes: of arbitration not where the law has none for them. */
export const tellingRoutes =
  <Data extends { readonly routes?: readonly Route[] | undefined }, State extends OpenDispute>(
    decide: Decide<Data, State>,
  ): Decide<Data, State> =>
  (data, dispute, context) => {
    const decision = decide(data, dispute, context);
    if (decision.kind === 'refused' || !data.routes?.includes('arbitration')) return decision;
    const ground = barTo('refer-to-arbitration', dispute, context);
    return ground ? refuse('barred-by-rule', ground) : decision;
  };
