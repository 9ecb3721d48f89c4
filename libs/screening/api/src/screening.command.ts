import { RunCommand, RunHandler } from '@mediation/aggregate-api';
import type { CommandRunner } from '@mediation/command-runner';
import type { ScreeningCommand, ScreeningRefusal } from '@mediation/screening/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';

/** The one door for every use case of a screening. */
export class RunScreeningCommand extends RunCommand<ScreeningCommand, ScreeningRefusal> {}

export const SCREENING_RUNNER = Symbol('SCREENING_RUNNER');

@CommandHandler(RunScreeningCommand)
export class RunScreeningHandler extends RunHandler<ScreeningCommand, ScreeningRefusal> {
  constructor(@Inject(SCREENING_RUNNER) run: CommandRunner<ScreeningCommand, ScreeningRefusal>) {
    super('screening', run);
  }
}
