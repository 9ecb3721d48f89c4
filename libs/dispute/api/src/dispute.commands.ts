import type { CommandMeta, Outcome } from '@mediation/command-runner';
import { disputeIdOf, disputeUseCase, type DisputeCommand, type DisputeRefusal } from '@mediation/dispute/domain';
import { parseBodyCode, type BodyCode, type Tier } from '@mediation/kernel';
import { ProblemError, PROBLEMS, type Principal, type Problem } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RunDisputeCommand } from './dispute.command';
import { DisputeReader } from './dispute.reader';
import { DossierNumbering } from './dossier/dossier-numbering';
import { problemOf } from './refusal-problems';
import { parseWrite, type WriteRequest } from './request';
import type { DisputeRoute } from './routes';

/** What the API asks of the directory. */
export interface KnownBodies {
  hasBody(code: string): boolean;
  hasMediator(id: string): boolean;
  /** Courts that keep a roster of mediators (特邀名册) on which that one is not. */
  offRosterOf(mediator: string): readonly BodyCode[];
}
export const KNOWN_BODIES = Symbol('KNOWN_BODIES');

export interface WriteAnswer {
  readonly status: 200 | 201;
  readonly disputeId: string;
  readonly revision: number;
  readonly replayed: boolean;
  readonly body: object;
}

@Injectable()
export class DisputeCommands {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(KNOWN_BODIES) private readonly known: KnownBodies,
    @Inject(DisputeReader) private readonly reader: DisputeReader,
    @Inject(DossierNumbering) private readonly numbering: DossierNumbering,
  ) {}

  /** @throws ProblemError for whatever is not done */
  async run(route: DisputeRoute, tier: Tier, request: WriteRequest): Promise<WriteAnswer> {
    requireAllowed(route, tier, request.caller);
    const { command, disputeId: id, meta } = parseWrite(route, request);
    this.requireKnown(command);
    await this.requireVisible(command, id, request.caller);
    const outcome = await this.bus.execute(new RunDisputeCommand(await this.filled(command, meta), meta));
    const { answer, replayed } = settled(outcome);
    // Of the answer, not of this request: a retried registration gets the dispute that its first one opened.
    const disputeId = disputeIdOf(answer.stream);
    return {
      status: route.creates ? 201 : 200,
      disputeId,
      revision: answer.revision,
      replayed,
      body: { id: disputeId, revision: answer.revision, ...answer.detail },
    };
  }

  /** @throws ProblemError 422 for a body that the directory does not have */
  requireBodies(codes: readonly BodyCode[]): void {
    const unknown = codes.find((code) => !this.known.hasBody(code));
    if (unknown !== undefined) throw unknownIn('机构', 'body', unknown);
  }

  /** Other disputes that a command names; the one it is about comes first, or its answer would tell who may not see it. */
  private async requireVisible(command: DisputeCommand, id: string, caller: Principal): Promise<void> {
    const others = disputeUseCase(command.type).disputes?.(command.data) ?? [];
    if (others.length === 0) return;
    if (!(await this.reader.isVisible(id, caller))) throw new ProblemError(problemOf('dispute-unknown'));
    for (const other of others) {
      if (other === id || !(await this.reader.isVisible(other, caller))) throw new ProblemError(NO_OTHER_DISPUTE);
    }
  }

  /** With what no caller may say (`UseCase.filled`). */
  private async filled(command: DisputeCommand, meta: CommandMeta): Promise<DisputeCommand> {
    if (command.type === 'OpenDossier') return this.numbering.numbered(command, meta);
    if (command.type !== 'AppointMediator') return command;
    const offRosterOf = [...this.known.offRosterOf(command.data.mediator)];
    return { ...command, data: { ...command.data, offRosterOf } };
  }

  private requireKnown(command: DisputeCommand): void {
    const codes = disputeUseCase(command.type).bodies?.(command.data) ?? [];
    this.requireBodies(codes.filter((code) => code !== undefined));
    if (command.type === 'AppointMediator' && !this.known.hasMediator(command.data.mediator)) {
      throw unknownIn('调解员', 'mediator', command.data.mediator);
    }
  }
}

const NO_OTHER_DISPUTE: Problem = {
  status: 422,
  code: 'no-such-other-dispute',
  zh: '没有另外这件纠纷，或本机构无权查看，请核对编号。',
  en: 'There is no such other dispute, or your body may not see it; check its id.',
  errors: [{ pointer: '/to', message: '不是可以关联的另一件纠纷 / not another dispute that could be linked' }],
};

const unknownIn = (zh: string, en: string, code: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: `${en}-not-in-directory`,
    zh: `名录中没有该${zh}，请核对代码。`,
    en: `The directory has no such ${en}; check the code.`,
    extensions: { [en]: code },
  });

/** The tier's service serves the bodies of that tier; `system` works for all. */
const requireAllowed = (route: DisputeRoute, tier: Tier, caller: Principal): void => {
  if (!caller.roles.some((role) => route.roles.includes(role))) throw new ProblemError(PROBLEMS.forbidden);
  requireTier(tier, caller);
};

export const requireTier = (tier: Tier, caller: Principal): void => {
  if (caller.roles.includes('system') || parseBodyCode(caller.org)?.tier === tier) return;
  throw new ProblemError({
    status: 403,
    code: 'wrong-tier',
    zh: '本机构不属于这一层级，请使用本层级的服务地址。',
    en: 'Your body is not of this tier; use the address of its own tier.',
  });
};

const settled = (outcome: Outcome<DisputeRefusal>): Extract<Outcome<DisputeRefusal>, { kind: 'done' }> => {
  switch (outcome.kind) {
    case 'done':
      return outcome;
    case 'refused':
      throw new ProblemError(problemOf(outcome.refusal, outcome));
    case 'stale':
      throw new ProblemError({
        status: 412,
        code: 'stale-revision',
        zh: '纠纷已被他人更新，请重新读取后再试。',
        en: 'The dispute has moved on; read it again and retry.',
        ...(outcome.actual !== undefined && { extensions: { revision: outcome.actual } }),
      });
    case 'key-reused':
      throw new ProblemError({
        status: 422,
        code: 'idempotency-key-reused',
        zh: '该 Idempotency-Key 已用于另一请求，请换一个。',
        en: 'This Idempotency-Key was used for another request; take a new one.',
      });
    case 'in-flight':
      throw new ProblemError({
        status: 409,
        code: 'idempotency-key-in-flight',
        zh: '同一 Idempotency-Key 的请求正在处理，请稍候重试。',
        en: 'A request with this Idempotency-Key is in flight; retry soon.',
      });
    case 'contended':
      throw new ProblemError({
        status: 409,
        code: 'contended',
        zh: '此刻有多人同时办理这件纠纷，请重试。',
        en: 'Too many are working on this dispute at this moment; retry.',
      });
  }
};
