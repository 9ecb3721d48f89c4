import { knowable, knowableClocks } from '@mediation/dispute/domain';
import { sightOf } from '@mediation/dispute/read-models';
import type { Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { Like, type DataSource, type SelectQueryBuilder } from 'typeorm';
import type { NameOfBody } from '../body-names';
import { DisputeEntity } from '../entities/dispute.entity';
import { TimelineEntryEntity } from '../entities/timeline-entry.entity';
import { HandoffsReader } from '../handoffs/handoffs.reader';
import { disputeNotFound } from '../scope';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import { clockAnswers } from './clock-answer';
import { disputeAnswer } from './dispute-answer';
import type { DisputeWithTimeline } from './disputes.answer';
import { timelineAnswer } from './timeline-answer';

/** What an id can be at all: nothing that would be a pattern or that the database cannot hold. */
const ID = /^[0-9A-Za-z-]{1,64}$/;

type Disputes = SelectQueryBuilder<DisputeEntity>;

/** Disputes the caller may see, as `d`. */
export const visibleDisputes = (views: DataSource, caller: Principal): Disputes => {
  const query = views.getRepository(DisputeEntity).createQueryBuilder('d');
  const sight = sightOf(caller);
  return sight === 'everything' ? query : query.where('d.seen_by && :sight::text[]', { sight });
};

@Injectable()
export class DisputesReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
    @Inject(HandoffsReader) private readonly handoffs: HandoffsReader,
  ) {}

  /** One dispute with everything that happened to it. @throws ProblemError 404 */
  async read(id: string, caller: Principal): Promise<DisputeWithTimeline> {
    if (!ID.test(id)) throw disputeNotFound();
    const dispute = await visibleDisputes(this.views, caller).andWhere('d.key = :id', { id }).getOne();
    if (dispute === null) throw disputeNotFound();
    const now = this.clock.now();
    const { file } = dispute.state;
    const reader = caller.org;
    const [all, handoffs] = await Promise.all([
      this.views
        .getRepository(TimelineEntryEntity)
        .find({ where: { key: Like(`${id}:%`) }, order: { revision: 'ASC' } }),
      this.handoffs.ofDispute(id, caller),
    ]);
    const told = all.map((entry) => ({ ...entry, data: entry.detail }));
    const entries = knowable(told, file, reader);
    return {
      ...disputeAnswer(dispute, { caller, nameOf: this.nameOf, now }),
      clocks: knowableClocks(clockAnswers(dispute, now), { entries: told, file, reader }),
      handoffs,
      timeline: timelineAnswer(entries, this.nameOf),
    };
  }
}
