import { disputeStream, maySee, type Dispute, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import type { Journal } from '@mediation/event-store/port';
import { ProblemError, type Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { disputeFile, disputeHistory, foldDispute } from './dispute-file';
import { problemOf } from './refusal-problems';

export const JOURNAL = Symbol('JOURNAL');

/** Reads from the journal itself: what was just written is there. */
@Injectable()
export class DisputeReader {
  constructor(@Inject(JOURNAL) private readonly journal: Journal) {}

  async isVisible(id: string, caller: Principal): Promise<boolean> {
    return (await this.find(id, caller)) !== undefined;
  }

  async file(id: string, caller: Principal) {
    const { dispute, events } = await this.visible(id, caller);
    return disputeFile(id, dispute, events);
  }

  async history(id: string, caller: Principal) {
    const { events } = await this.visible(id, caller);
    return { id, revision: events.at(-1)?.revision ?? 0, events: disputeHistory(events, caller.org) };
  }

  private async visible(id: string, caller: Principal) {
    const found = await this.find(id, caller);
    if (found === undefined) throw new ProblemError(problemOf('dispute-unknown'));
    return found;
  }

  private async find(id: string, caller: Principal) {
    const stored = await this.journal.readStream(disputeStream(id));
    const events: readonly RecordedDisputeEvent[] = stored.map((each) => disputeCodec.decode(each));
    const dispute: Dispute = foldDispute(events);
    return dispute.phase === 'absent' || !maySee(caller, dispute) ? undefined : { dispute, events };
  }
}
