import { remainingTo, urgencyOf } from '@mediation/dispute/read-models';
import type { BodyCode, Clock, PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { describedBody, type NameOfBody } from '../body-names';
import { disputeAnswer } from '../disputes/dispute-answer';
import { visibleDisputes } from '../disputes/disputes.reader';
import { DuplicatesReader } from '../duplicates/duplicates.reader';
import type { DisputeEntity } from '../entities/dispute.entity';
import { today } from '../fields';
import { requireWorklist } from '../scope';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import type { WorklistAnswer, WorklistItem } from './worklists.answer';

/** More than anyone reads in one look; `more` says that there are others. */
const MOST_ITEMS = 500;

const taskOf = (row: DisputeEntity, body: BodyCode) =>
  row.pendingTo === body
    ? { task: 'answer-handoff' as const, due: row.pendingReplyBy }
    : { task: row.nextTask ?? null, due: earlier(row.nextDue, row.nextClockDue) };

/** The task's own day, or that of a limit of the law which ends before it. */
const earlier = (a: PlainDate | null, b: PlainDate | null): PlainDate | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};

const standing = (due: PlainDate, asOf: PlainDate) => {
  const remaining = remainingTo(due, asOf);
  return { remaining, urgency: urgencyOf(remaining) };
};

@Injectable()
export class WorklistsReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
    @Inject(DuplicatesReader) private readonly duplicates: DuplicatesReader,
  ) {}

  /** Handoffs to answer and the body's own next tasks, what is due first at the top. @throws ProblemError 404 */
  async read(body: BodyCode, caller: Principal): Promise<WorklistAnswer> {
    requireWorklist(caller, body);
    const asOf = today(this.clock);
    const found = await visibleDisputes(this.views, caller)
      .andWhere("(d.pending_to = :body OR d.custodian = :body AND d.phase <> 'closed')", { body })
      .addSelect(
        'CASE WHEN d.pending_to = :body THEN d.pending_reply_by ELSE least(d.next_due, d.next_clock_due) END',
        'due',
      )
      .orderBy('due', 'ASC', 'NULLS LAST')
      .addOrderBy('d.registeredAt', 'ASC')
      .addOrderBy('d.key', 'ASC')
      .limit(MOST_ITEMS + 1)
      .getMany();
    const items = found.slice(0, MOST_ITEMS).map((row) => this.item(row, body, { caller, asOf }));
    return {
      body: describedBody(this.nameOf, body),
      asOf,
      overdue: items.filter(({ overdue }) => overdue).length,
      more: found.length > MOST_ITEMS,
      items,
      possibleDuplicates: await this.duplicates.ofBody(body, caller),
    };
  }

  private item(row: DisputeEntity, body: BodyCode, at: { caller: Principal; asOf: PlainDate }): WorklistItem {
    const { task, due } = taskOf(row, body);
    return {
      task,
      due,
      overdue: due !== null && due < at.asOf,
      ...(due !== null && standing(due, at.asOf)),
      dispute: disputeAnswer(row, { caller: at.caller, nameOf: this.nameOf, now: this.clock.now() }),
    };
  }
}
