import { AggregateCommands, KNOWN_BODIES, unknownIn, type KnownBodies } from '@mediation/aggregate-api';
import type { CommandMeta } from '@mediation/command-runner';
import type { DivisionCode } from '@mediation/kernel';
import { ProblemError, type Principal, type Problem } from '@mediation/nest';
import {
  screeningIdOf,
  screeningUseCase,
  type ScreeningCommand,
  type ScreeningRefusal,
} from '@mediation/screening/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { SCREENING_CALLS } from './screening.calls';
import { RunScreeningCommand } from './screening.command';
import { ScreeningReader } from './screening.reader';

/** What the screening's calls ask of the directory. */
export interface KnownDivisions extends KnownBodies {
  hasDivision(code: DivisionCode): boolean;
}

/** What they ask of the disputes: whether there is one that the caller may see. */
export interface SeenDisputes {
  isVisible(id: string, caller: Principal): Promise<boolean>;
}
export const SEEN_DISPUTES = Symbol('SEEN_DISPUTES');

@Injectable()
export class ScreeningCommands extends AggregateCommands<ScreeningCommand, ScreeningRefusal> {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(KNOWN_BODIES) private readonly directory: KnownDivisions,
    @Inject(SEEN_DISPUTES) private readonly disputes: SeenDisputes,
    @Inject(ScreeningReader) private readonly reader: ScreeningReader,
  ) {
    super(SCREENING_CALLS, {
      known: directory,
      execute: (command, meta) => bus.execute(new RunScreeningCommand(command, meta)),
    });
  }

  protected override async prepared(
    command: ScreeningCommand,
    meta: CommandMeta,
    caller: Principal,
  ): Promise<ScreeningCommand> {
    const { places, disputes } = screeningUseCase(command.type);
    const unknown = places?.(command.data).find((place) => !this.directory.hasDivision(place));
    if (unknown !== undefined) throw unknownIn('区划', 'division', unknown);
    await this.requireSeen(disputes?.(command.data) ?? [], screeningIdOf(meta.stream), caller);
    return command;
  }

  /** Disputes that a command names; the screening it is about comes first, or its answer would tell who may not see it. */
  private async requireSeen(disputes: readonly string[], id: string, caller: Principal): Promise<void> {
    if (disputes.length === 0) return;
    await this.reader.file(id, caller);
    for (const dispute of disputes) {
      if (!(await this.disputes.isVisible(dispute, caller))) throw new ProblemError(NO_SUCH_DISPUTE);
    }
  }
}

const NO_SUCH_DISPUTE: Problem = {
  status: 422,
  code: 'no-such-dispute',
  zh: '没有这件纠纷，或本机构无权查看，请核对编号。',
  en: 'There is no such dispute, or your body may not see it; check its id.',
  errors: [{ pointer: '/dispute', message: '不是本机构可见的纠纷 / not a dispute that your body may see' }],
};
