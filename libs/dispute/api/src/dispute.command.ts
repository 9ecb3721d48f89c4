import type { CommandMeta, CommandRunner, Outcome } from '@mediation/command-runner';
import type { DisputeCommand, DisputeRefusal } from '@mediation/dispute/domain';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SpanStatusCode, trace } from '@opentelemetry/api';

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

const tracer = trace.getTracer('dispute');

/** One span a command, with ids and the outcome: what a person is called is nowhere in it. */
@CommandHandler(RunDisputeCommand)
export class RunDisputeHandler implements ICommandHandler<RunDisputeCommand> {
  constructor(@Inject(DISPUTE_RUNNER) private readonly run: CommandRunner<DisputeCommand, DisputeRefusal>) {}

  execute({ command, meta }: RunDisputeCommand) {
    return tracer.startActiveSpan(
      command.type,
      { attributes: { stream: meta.stream, org: meta.actor.org } },
      async (span) => {
        try {
          const outcome = await this.run(command, meta);
          span.setAttribute('outcome', outcome.kind === 'refused' ? outcome.refusal : outcome.kind);
          return outcome;
        } catch (error) {
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      },
    );
  }
}
