import { CLOCK } from '@mediation/aggregate-api';
import type { CommandMeta } from '@mediation/command-runner';
import { decide, disputeIdOf, type DisputeCommand } from '@mediation/dispute/domain';
import { dateInShanghai, divisionOf, type Clock } from '@mediation/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { RULES_FOR, type RulesFor } from '../dispute.aggregate';
import { DisputeReader } from '../dispute.reader';
import { DOSSIER_PARTS, type DossierParts } from './dossier-parts';

type OpenDossier = Extract<DisputeCommand, { type: 'OpenDossier' }>;

const ANY_NUMBER = { number: '—', year: 2000, serial: 1 };

/** Has a number set aside before the file is opened under it; what is decided then is decided on the journal, as ever. */
@Injectable()
export class DossierNumbering {
  constructor(
    @Inject(DOSSIER_PARTS) private readonly parts: DossierParts,
    @Inject(DisputeReader) private readonly reader: DisputeReader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RULES_FOR) private readonly rulesFor: RulesFor,
  ) {}

  /** With its number; without, where it would be refused anyway, so that few numbers are set aside in vain. */
  async numbered(command: OpenDossier, { stream, actor, occurredAt }: CommandMeta): Promise<OpenDossier> {
    const id = disputeIdOf(stream);
    const now = this.clock.now();
    const day = dateInShanghai(occurredAt ?? now);
    const found = await this.reader.find(id, actor);
    if (found === undefined) return command;
    const context = { actor, now, occurredAt: occurredAt ?? now, rules: this.rulesFor(day, divisionOf(actor.org)) };
    const trial = decide({ ...command, data: { assigned: ANY_NUMBER } }, found.dispute, context);
    if (trial.kind === 'refused') return command;
    const year = Number(day.slice(0, 4));
    const serial = await this.parts.numbers.allocate(actor.org, year, id);
    return {
      ...command,
      data: { assigned: { number: this.parts.names.number(actor.org, year, serial), year, serial } },
    };
  }
}
