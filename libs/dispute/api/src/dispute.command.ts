import { RunCommand, RunHandler } from '@mediation/aggregate-api';
import type { CommandRunner } from '@mediation/command-runner';
import type { DisputeCommand, DisputeRefusal } from '@mediation/dispute/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';

/** The one door for every use case of a dispute, whoever knocks: HTTP, a policy, a timer. */
export class RunDisputeCommand extends RunCommand<DisputeCommand, DisputeRefusal> {}

export const DISPUTE_RUNNER = Symbol('DISPUTE_RUNNER');

@CommandHandler(RunDisputeCommand)
export class RunDisputeHandler extends RunHandler<DisputeCommand, DisputeRefusal> {
  constructor(@Inject(DISPUTE_RUNNER) run: CommandRunner<DisputeCommand, DisputeRefusal>) {
    super('dispute', run);
  }
}
