import { RunCommand, RunHandler } from '@mediation/aggregate-api';
import type { CommandRunner } from '@mediation/command-runner';
import type { SubsidyCommand, SubsidyRefusal } from '@mediation/subsidy/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';

/** The one door for every use case of a subsidy. */
export class RunSubsidyCommand extends RunCommand<SubsidyCommand, SubsidyRefusal> {}

export const SUBSIDY_RUNNER = Symbol('SUBSIDY_RUNNER');

@CommandHandler(RunSubsidyCommand)
export class RunSubsidyHandler extends RunHandler<SubsidyCommand, SubsidyRefusal> {
  constructor(@Inject(SUBSIDY_RUNNER) run: CommandRunner<SubsidyCommand, SubsidyRefusal>) {
    super('subsidy', run);
  }
}
