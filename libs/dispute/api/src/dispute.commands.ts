import { AggregateCommands, KNOWN_BODIES, unknownIn, type KnownBodies } from '@mediation/aggregate-api';
import type { CommandMeta } from '@mediation/command-runner';
import { disputeIdOf, disputeUseCase, type DisputeCommand, type DisputeRefusal } from '@mediation/dispute/domain';
import type { BodyCode } from '@mediation/kernel';
import { ProblemError, type Principal, type Problem } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DISPUTE_CALLS } from './dispute.calls';
import { RunDisputeCommand } from './dispute.command';
import { DisputeReader } from './dispute.reader';
import { DossierNumbering } from './dossier/dossier-numbering';
import { problemOf } from './refusal-problems';

/** What the dispute's calls ask of the directory. */
export interface KnownMediators extends KnownBodies {
  hasMediator(id: string): boolean;
  /** Courts that keep a roster of mediators (特邀名册) on which that one is not. */
  offRosterOf(mediator: string): readonly BodyCode[];
}

@Injectable()
export class DisputeCommands extends AggregateCommands<DisputeCommand, DisputeRefusal> {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(KNOWN_BODIES) private readonly directory: KnownMediators,
    @Inject(DisputeReader) private readonly reader: DisputeReader,
    @Inject(DossierNumbering) private readonly numbering: DossierNumbering,
  ) {
    super(DISPUTE_CALLS, {
      known: directory,
      execute: (command, meta) => bus.execute(new RunDisputeCommand(command, meta)),
    });
  }

  protected override async prepared(
    command: DisputeCommand,
    meta: CommandMeta,
    caller: Principal,
  ): Promise<DisputeCommand> {
    this.requireKnown(command);
    await this.requireVisible(command, disputeIdOf(meta.stream), caller);
    return this.filled(command, meta);
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
    const offRosterOf = [...this.directory.offRosterOf(command.data.mediator)];
    return { ...command, data: { ...command.data, offRosterOf } };
  }

  private requireKnown(command: DisputeCommand): void {
    if (command.type === 'AppointMediator' && !this.directory.hasMediator(command.data.mediator)) {
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
