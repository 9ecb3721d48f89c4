import type { CommandMeta, Outcome } from '@mediation/command-runner';
import type { DisputeId } from '@mediation/dispute/domain';
import {
  decide,
  subsidyStream,
  type Context,
  type ReadBefore,
  type SubsidyCommand,
  type SubsidyRefusal,
} from '@mediation/subsidy/domain';
import { v5 as uuidFrom } from 'uuid';
import type { SubsidisedCases } from './subsidised-cases';

/** Namespace of the ids of the commands by which other registrations yield. */
const YIELD_NAMESPACE = '2c0f3a52-8a1e-4a0b-9e75-6a3c5a1b7d10';

export interface Asked {
  readonly dispute: DisputeId;
  readonly before: 'claim' | 'payment';
  readonly meta: CommandMeta;
  readonly context: Context;
}

type Execute = (command: SubsidyCommand, meta: CommandMeta) => Promise<Outcome<SubsidyRefusal>>;

const yieldTo = ({ dispute: to, before }: Asked): SubsidyCommand => ({ type: 'YieldSubsidy', data: { to, before } });

/**
 * Makes the other registrations of a dispute yield, each in its own stream, and tells which do not. None is touched where one of them
 * would not, as far as can be seen beforehand.
 */
export const othersYield = async (
  others: ReadBefore['sameAs'],
  asked: Asked,
  { cases, execute }: { readonly cases: SubsidisedCases; readonly execute: Execute },
): Promise<readonly DisputeId[]> => {
  const read = await Promise.all(
    others.map(async (id) => ({ id, found: decide(yieldTo(asked), (await cases.subsidy(id)).subsidy, asked.context) })),
  );
  const unwilling = read.filter(({ found }) => found.kind === 'refused').map(({ id }) => id);
  if (unwilling.length > 0) return unwilling;
  const stayed: DisputeId[] = [];
  for (const id of others) {
    const { actor, occurredAt, commandId } = asked.meta;
    const outcome = await execute(yieldTo(asked), {
      stream: subsidyStream(id),
      actor,
      occurredAt,
      commandId: uuidFrom(`${commandId}/${id}`, YIELD_NAMESPACE),
    });
    if (outcome.kind !== 'done') stayed.push(id);
  }
  return stayed;
};
