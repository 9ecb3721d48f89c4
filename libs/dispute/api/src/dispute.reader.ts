import { CLOCK, JOURNAL } from '@mediation/aggregate-api';
import { disputeStream, maySee, type Dispute, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import type { Journal } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DisputeFileAnswer, DisputeHistoryAnswer } from './dispute-file.answer';
import { disputeFile, disputeHistory, foldDispute, type Reading } from './dispute-file';
import { problemOf } from './refusal-problems';

/** Reads from the journal itself: what was just written is there. */
@Injectable()
export class DisputeReader {
  constructor(
    @Inject(JOURNAL) private readonly journal: Journal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async isVisible(id: string, caller: Principal): Promise<boolean> {
    return (await this.find(id, caller)) !== undefined;
  }

  async file(id: string, caller: Principal): Promise<DisputeFileAnswer> {
    return disputeFile(id, await this.visible(id, caller), this.clock.now());
  }

  async history(id: string, caller: Principal): Promise<DisputeHistoryAnswer> {
    const reading = await this.visible(id, caller);
    return { id, revision: reading.events.at(-1)?.revision ?? 0, events: disputeHistory(reading) };
  }

  /** @throws ProblemError 404 */
  async visible(id: string, caller: Principal) {
    const found = await this.find(id, caller);
    if (found === undefined) throw new ProblemError(problemOf('dispute-unknown'));
    return found;
  }

  async find(id: string, caller: Principal): Promise<Reading | undefined> {
    const stored = await this.journal.readStream(disputeStream(id));
    const events: readonly RecordedDisputeEvent[] = stored.map((each) => disputeCodec.decode(each));
    const dispute: Dispute = foldDispute(events);
    return dispute.phase === 'absent' || !maySee(caller, dispute) ? undefined : { dispute, events, reader: caller.org };
  }
}
