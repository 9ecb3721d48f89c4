import {
  CLOCK,
  offeredActions,
  type Asking,
  type OfferedActions,
  type OfferedOpenings,
} from '@mediation/aggregate-api';
import {
  decide,
  initialDispute,
  type Context,
  type Dispute,
  type DisputeCommand,
  type DisputeRefusal,
  type DisputeUseCaseName,
} from '@mediation/dispute/domain';
import { dateInShanghai, divisionOf, type Clock, type Tier } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { RULES_FOR, type RulesFor } from '../dispute.aggregate';
import { DISPUTE_CALLS } from '../dispute.calls';
import { partyNames, type Reading } from '../dispute-file';
import { DisputeReader } from '../dispute.reader';
import { CANDIDATES } from './candidates';
import { labelsOf } from './labels';
import { openingProbe } from './openings';
import { reachOf } from './reach';
import { WHO_IS_WHO, type Sight, type WhoIsWho } from './sight';
import { unsignedOf } from './unsigned';

type DisputeAsking = Asking<DisputeCommand, DisputeRefusal>;

/** A dispute as somebody may be offered it: the decision itself is asked. */
export const askingOf = (
  reading: Pick<Reading, 'dispute'> & Partial<Reading>,
  context: Context,
  who: WhoIsWho,
): DisputeAsking => {
  const { dispute } = reading;
  const sight: Sight = {
    dispute,
    org: context.actor.org,
    who,
    reach: reachOf(dispute.file, context.actor.org, who.bodies()),
    clocks: context.rules.clocksOf(dispute.file.occurrences, context.now),
    unsigned: () => unsignedOf(dispute, context),
  };
  const names = reading.events === undefined ? new Map<string, string>() : partyNames(reading as Reading);
  return {
    probe: (useCase) => CANDIDATES[useCase as keyof typeof CANDIDATES](sight),
    decide: (command) => decide(command, dispute, context),
    labelOf: labelsOf(sight, names),
  };
};

/** What a caller may do with a dispute, and with none yet. */
@Injectable()
export class DisputeOffers {
  constructor(
    @Inject(DisputeReader) private readonly reader: DisputeReader,
    @Inject(RULES_FOR) private readonly rulesFor: RulesFor,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WHO_IS_WHO) private readonly who: WhoIsWho,
  ) {}

  async of(id: string, tier: Tier, caller: Principal): Promise<OfferedActions> {
    const reading = await this.reader.visible(id, caller);
    const asking = askingOf(reading, this.contextFor(caller), this.who);
    return {
      id,
      revision: reading.events.at(-1)?.revision ?? 0,
      actions: offeredActions({ calls: DISPUTE_CALLS, asking, tier, id }, caller),
    };
  }

  openings(tier: Tier, caller: Principal): OfferedOpenings {
    const context = this.contextFor(caller);
    const absent: Dispute = initialDispute;
    const asking: DisputeAsking = {
      probe: (useCase: DisputeUseCaseName) => openingProbe(useCase, context.actor.org, this.who),
      decide: (command) => decide(command, absent, context),
      labelOf: (field, value) => {
        const name = field === 'to' || field === 'court' ? this.who.nameOfBody(String(value)) : undefined;
        return name === undefined ? undefined : { zh: name, en: name };
      },
    };
    return { actions: offeredActions({ calls: DISPUTE_CALLS, asking, tier, id: undefined }, caller) };
  }

  private contextFor({ sub, org, roles }: Principal): Context {
    const now = this.clock.now();
    return {
      actor: { sub, org, roles },
      now,
      occurredAt: now,
      rules: this.rulesFor(dateInShanghai(now), divisionOf(org)),
    };
  }
}
