import { AggregateCommands, CLOCK, KNOWN_BODIES, type KnownBodies } from '@mediation/aggregate-api';
import type { CommandMeta, Outcome } from '@mediation/command-runner';
import type { DisputeId } from '@mediation/dispute/domain';
import { dateInShanghai, divisionOf, type Clock } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import {
  decide,
  disputeOfSubsidy,
  type CaseFacts,
  type Context,
  type ReadBefore,
  type SubsidyCommand,
  type SubsidyRefusal,
} from '@mediation/subsidy/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CASE_UNKNOWN } from './case-unknown';
import { SubsidisedCases } from './subsidised-cases';
import { SUBSIDY_CALLS } from './subsidy.calls';
import { RunSubsidyCommand } from './subsidy.command';
import { othersYield } from './yielding';

type Reading = Extract<SubsidyCommand, { type: 'ClaimSubsidy' | 'PaySubsidy' }>;

const reads = (command: SubsidyCommand): command is Reading =>
  command.type === 'ClaimSubsidy' || command.type === 'PaySubsidy';

const withRead = (command: Reading, read: ReadBefore): Reading =>
  command.type === 'ClaimSubsidy'
    ? { ...command, data: { ...command.data, read } }
    : { ...command, data: { ...command.data, read } };

@Injectable()
export class SubsidyCommands extends AggregateCommands<SubsidyCommand, SubsidyRefusal> {
  private readonly execute: (command: SubsidyCommand, meta: CommandMeta) => Promise<Outcome<SubsidyRefusal>>;

  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(KNOWN_BODIES) known: KnownBodies,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SubsidisedCases) private readonly cases: SubsidisedCases,
  ) {
    const execute = (command: SubsidyCommand, meta: CommandMeta) => bus.execute(new RunSubsidyCommand(command, meta));
    super(SUBSIDY_CALLS, { known, execute });
    this.execute = execute;
  }

  protected override async prepared(
    command: SubsidyCommand,
    meta: CommandMeta,
    caller: Principal,
  ): Promise<SubsidyCommand> {
    const dispute = disputeOfSubsidy(meta.stream);
    const now = this.clock.now();
    const occurredAt = meta.occurredAt ?? now;
    const day = dateInShanghai(occurredAt);
    const facts = await this.cases.facts(dispute, caller, day);
    if (facts === undefined) throw new ProblemError(CASE_UNKNOWN);
    if (!reads(command)) return command;
    const context = { actor: meta.actor, now, occurredAt, rules: this.cases.rulesFor(day, divisionOf(caller.org)) };
    return this.whenOthersYielded(command, { dispute, facts, meta, context });
  }

  /** What would be refused anyway makes no other registration yield. */
  private async whenOthersYielded(
    command: Reading,
    { dispute, facts, meta, context }: { dispute: DisputeId; facts: CaseFacts; meta: CommandMeta; context: Context },
  ): Promise<Reading> {
    const { subsidy } = await this.cases.subsidy(dispute);
    const sameAs = [...(await this.cases.sameAs(dispute))];
    const read: ReadBefore = { facts, sameAs, claimedElsewhere: [], yields: subsidy.yields };
    const trial = decide(withRead(command, read), subsidy, context);
    if (trial.kind === 'refused') return withRead(command, read);
    const before = command.type === 'ClaimSubsidy' ? 'claim' : 'payment';
    const { cases, execute } = this;
    const claimedElsewhere = await othersYield(sameAs, { dispute, before, meta, context }, { cases, execute });
    return withRead(command, { ...read, claimedElsewhere: [...claimedElsewhere] });
  }
}
