import { refuse } from '@mediation/kernel';
import type { z } from 'zod';
import type { Subsidy } from './subsidy.state';
import type { Context, SubsidyDecision, UseCase } from './use-case';
import { approveSubsidy } from './use-cases/approve-subsidy';
import { claimSubsidy } from './use-cases/claim-subsidy';
import { paySubsidy } from './use-cases/pay-subsidy';
import { recoverSubsidy } from './use-cases/recover-subsidy';
import { refuseSubsidy } from './use-cases/refuse-subsidy';
import { reviewSubsidy } from './use-cases/review-subsidy';
import { yieldSubsidy } from './use-cases/yield-subsidy';

/** Every use case there is. Yielding has no call of its own: it goes before a claim and a payment. */
export const SUBSIDY_USE_CASES = {
  claimSubsidy,
  reviewSubsidy,
  approveSubsidy,
  refuseSubsidy,
  paySubsidy,
  yieldSubsidy,
  recoverSubsidy,
};

type UseCases = (typeof SUBSIDY_USE_CASES)[keyof typeof SUBSIDY_USE_CASES];
export type SubsidyUseCaseName = UseCases['name'];
/** A command: a use case's name with data its schema let through. */
export type SubsidyCommand = {
  [U in UseCases as U['name']]: { readonly type: U['name']; readonly data: z.output<U['data']> };
}[SubsidyUseCaseName];

const byName: ReadonlyMap<string, UseCase> = new Map(
  Object.values(SUBSIDY_USE_CASES).map((each) => [each.name, each as UseCase]),
);

export const subsidyUseCase = (name: SubsidyUseCaseName): UseCase => {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`no use case ${name}`);
  return found;
};

/** Clocks of two machines may differ by so much. */
const CLOCK_SKEW_MS = 120_000;

/** What a subsidy answers to a command. Pure: time, actor and rules are in the context. */
export const decide = (command: SubsidyCommand, subsidy: Subsidy, context: Context): SubsidyDecision =>
  Date.parse(context.occurredAt) > Date.parse(context.now) + CLOCK_SKEW_MS
    ? refuse('occurred-in-the-future')
    : subsidyUseCase(command.type).decide(command.data, subsidy, context);
