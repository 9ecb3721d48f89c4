import { HANDOFF_KINDS, type DisputeUseCaseName } from '@mediation/dispute/domain';
import { each, fileOf, orNone, partiesOf, type ProbeOf, type Sight } from './sight';

const pending = (sight: Sight) => [{ handoff: fileOf(sight).handoff?.id ?? 'h1' }];

const somewhere = (sight: Sight): readonly string[] => orNone(sight.reach, sight.org);

/** Of handoffs, directives and formal acceptance elsewhere. */
export const HANDOFF_CANDIDATES = {
  OfferHandoff: (sight) =>
    each(
      HANDOFF_KINDS.filter((kind) => kind !== 'directive').flatMap((kind) =>
        somewhere(sight).map((to) => ({ kind, to })),
      ),
      // What every party agrees to, nobody's consent stands in the way of.
      { reason: 'beyond-capacity', consents: partiesOf(sight) },
      { consents: partiesOf(sight) },
    ),
  AcknowledgeHandoff: (sight) => each(pending(sight)),
  AcceptHandoff: (sight) => each(pending(sight)),
  ReturnHandoff: (sight) => each(pending(sight), { reason: 'not-competent' }),
  WithdrawHandoff: (sight) => each(pending(sight)),
  LapseHandoff: (sight) => each(pending(sight)),
  IssueDirective: (sight) =>
    each(
      somewhere(sight).map((to) => ({ to })),
      { reason: 'beyond-capacity' },
    ),
  TakeUpFormally: (sight) => each(somewhere(sight).map((body) => ({ body }))),
} satisfies { readonly [U in DisputeUseCaseName]?: ProbeOf };
