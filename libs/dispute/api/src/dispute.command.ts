import type { CommandMeta, CommandRunner, Outcome } from '@mediation/command-runner';
import type { DisputeCommand, DisputeRefusal } from '@mediation/dispute/domain';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** The one door for every use case of a dispute, whoever knocks: HTTP, a policy, a timer. */
export class RunDisputeCommand extends Command<Outcome<DisputeRefusal>> {
  constructor(
    readonly command: DisputeCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

export const DISPUTE_RUNNER = Symbol('DISPUTE_RUNNER');

@CommandHandler(RunDisputeCommand)
export class RunDisputeHandler implements ICommandHandler<RunDisputeCommand> {
  constructor(@Inject(DISPUTE_RUNNER) private readonly run: CommandRunner<DisputeCommand, DisputeRefusal>) {}

  execute({ command, meta }: RunDisputeCommand) {
    return this.run(command, meta);
  }
}
