import type { CommandMeta, CommandRunner, Outcome } from '@mediation/command-runner';
import { Command } from '@nestjs/cqrs';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { AggregateCommand } from './aggregate-calls';

/** The one door for every use case of an aggregate, whoever knocks; each kind of aggregate has a class of its own. */
export abstract class RunCommand<C extends AggregateCommand, Refusal extends string> extends Command<Outcome<Refusal>> {
  constructor(
    readonly command: C,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

/** Hands the command to the runner in one span, with ids and the outcome: what a person is called is nowhere in it. */
export abstract class RunHandler<C extends AggregateCommand, Refusal extends string> {
  private readonly tracer;

  constructor(
    kind: string,
    private readonly run: CommandRunner<C, Refusal>,
  ) {
    this.tracer = trace.getTracer(kind);
  }

  execute({ command, meta }: RunCommand<C, Refusal>): Promise<Outcome<Refusal>> {
    const attributes = { stream: meta.stream, org: meta.actor.org };
    return this.tracer.startActiveSpan(command.type, { attributes }, async (span) => {
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
    });
  }
}
