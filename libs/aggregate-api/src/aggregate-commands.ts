import type { CommandMeta, Outcome } from '@mediation/command-runner';
import type { BodyCode, Tier } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import type { AggregateCalls, AggregateCommand } from './aggregate-calls';
import { requireAllowed } from './allowed';
import { settled } from './outcome-problems';
import type { Route } from './route';
import { parseWrite, type WriteRequest } from './write-request';

/** What the calls ask of the directory. */
export interface KnownBodies {
  hasBody(code: string): boolean;
}

export interface WriteAnswer {
  readonly status: 200 | 201;
  readonly id: string;
  readonly revision: number;
  readonly replayed: boolean;
  readonly body: object;
}

export interface Door<Command, Refusal extends string> {
  readonly known: KnownBodies;
  /** Through the command bus. */
  execute(command: Command, meta: CommandMeta): Promise<Outcome<Refusal>>;
}

/** The writes of one kind of aggregate, as the table of its routes says; each kind has a class of its own to be injected by. */
export abstract class AggregateCommands<Command extends AggregateCommand, Refusal extends string> {
  constructor(
    readonly calls: AggregateCalls<Command, Refusal>,
    private readonly door: Door<Command, Refusal>,
  ) {}

  /** @throws ProblemError for whatever is not done */
  async run(route: Route<Command['type']>, tier: Tier, request: WriteRequest): Promise<WriteAnswer> {
    requireAllowed(route, tier, request.caller);
    const { command, meta } = parseWrite(this.calls, route, request);
    const codes = this.calls.useCase(command.type).bodies?.(command.data as never) ?? [];
    this.requireBodies(codes.filter((code) => code !== undefined));
    const outcome = await this.door.execute(await this.prepared(command, meta, request.caller), meta);
    const { answer, replayed } = settled(this.calls, outcome);
    // Of the answer, not of this request: a retry of what opened one gets the one that its first request opened.
    const id = this.calls.idOf(answer.stream);
    return {
      status: route.creates ? 201 : 200,
      id,
      revision: answer.revision,
      replayed,
      body: { id, revision: answer.revision, ...answer.detail },
    };
  }

  /** @throws ProblemError 422 for a body that the directory does not have */
  requireBodies(codes: readonly BodyCode[]): void {
    const unknown = codes.find((code) => !this.door.known.hasBody(code));
    if (unknown !== undefined) throw unknownIn('机构', 'body', unknown);
  }

  /** Checked against what the stream itself does not hold, and with what no caller may say. @throws ProblemError */
  protected async prepared(command: Command, _meta: CommandMeta, _caller: Principal): Promise<Command> {
    return command;
  }
}

export const unknownIn = (zh: string, en: string, code: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: `${en}-not-in-directory`,
    zh: `名录中没有该${zh}，请核对代码。`,
    en: `The directory has no such ${en}; check the code.`,
    extensions: { [en]: code },
  });
