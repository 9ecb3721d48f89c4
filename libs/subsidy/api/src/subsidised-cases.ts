import { JOURNAL } from '@mediation/aggregate-api';
import { foldDispute } from '@mediation/dispute/api';
import { disputeStream, maySee, type DisputeId } from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import type { Journal } from '@mediation/event-store/port';
import { divisionOf, type ActorStamp, type PlainDate } from '@mediation/kernel';
import {
  caseFactsOf,
  duplicateGroup,
  evolve,
  initialSubsidy,
  subsidyStream,
  type CaseFacts,
  type LinkWord,
  type Subsidy,
} from '@mediation/subsidy/domain';
import { subsidyCodec } from '@mediation/subsidy/stored-events';
import { Inject, Injectable } from '@nestjs/common';
import type { SubsidyRulesFor } from './subsidy.aggregate';

/** What was said about disputes being the same, in the order it was said; strongly consistent with the journal. */
export interface DuplicateLinks {
  about(disputes: readonly DisputeId[]): Promise<readonly { from: string; to: string; relation: string }[]>;
}
export const DUPLICATE_LINKS = Symbol('DUPLICATE_LINKS');
export const SUBSIDY_RULES_FOR = Symbol('SUBSIDY_RULES_FOR');

/** A subsidy as its stream has it. */
export interface ReadSubsidy {
  readonly subsidy: Subsidy;
  /** -1 where nothing has happened to it. */
  readonly revision: number;
  /** The rule pack that the newest claim was decided under. */
  readonly pack: string | undefined;
}

/** Reads from the journal itself what a subsidy is decided on. */
@Injectable()
export class SubsidisedCases {
  constructor(
    @Inject(JOURNAL) private readonly journal: Journal,
    @Inject(DUPLICATE_LINKS) private readonly links: DuplicateLinks,
    @Inject(SUBSIDY_RULES_FOR) readonly rulesFor: SubsidyRulesFor,
  ) {}

  /** Undefined where there is no such dispute, or the actor may not see it. */
  async facts(id: DisputeId, actor: ActorStamp, day: PlainDate): Promise<CaseFacts | undefined> {
    const stored = await this.journal.readStream(disputeStream(id));
    const events = stored.map((each) => disputeCodec.decode(each));
    const dispute = foldDispute(events);
    if (dispute.phase === 'absent' || !maySee(actor, dispute)) return undefined;
    return caseFactsOf(dispute, stored.at(-1)?.revision ?? 0, this.rulesFor(day, divisionOf(dispute.file.custodian)));
  }

  /** Other registrations of the same dispute. */
  async sameAs(id: DisputeId): Promise<readonly DisputeId[]> {
    // The stored word is one of the closed list.
    return duplicateGroup(id, async (ids) => (await this.links.about(ids)) as readonly LinkWord[]);
  }

  async subsidy(id: DisputeId): Promise<ReadSubsidy> {
    const stored = await this.journal.readStream(subsidyStream(id));
    const events = stored.map((each) => subsidyCodec.decode(each));
    return {
      subsidy: events.reduce(evolve, initialSubsidy),
      revision: stored.at(-1)?.revision ?? -1,
      pack: events.findLast(({ type }) => type === 'SubsidyClaimed')?.metadata.rules,
    };
  }
}
