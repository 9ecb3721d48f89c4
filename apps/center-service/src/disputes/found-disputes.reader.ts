import type { Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { In, type DataSource } from 'typeorm';
import type { NameOfBody } from '../body-names';
import { DisputeEntity } from '../entities/dispute.entity';
import { pageOf } from '../paging';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import { disputeAnswer } from './dispute-answer';
import { DisputeSearch } from './dispute-search';
import type { DisputesAnswer } from './disputes.answer';
import type { DisputesQuery } from './disputes.query';

@Injectable()
export class FoundDisputesReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
    @Inject(DisputeSearch) private readonly finding: DisputeSearch,
  ) {}

  /** The newest registrations first. */
  async list(query: DisputesQuery, caller: Principal): Promise<DisputesAnswer> {
    const asking = { caller, nameOf: this.nameOf, now: this.clock.now() };
    const found = await this.finding.find(query, caller);
    const keys = found.map(({ key }) => key);
    const entities = await this.views.getRepository(DisputeEntity).findBy({ key: In(keys) });
    const byKey = new Map(entities.map((entity) => [entity.key, entity]));
    // One that was rebuilt away meanwhile is left out.
    const there = found.flatMap((each) => {
      const entity = byKey.get(each.key);
      return entity === undefined ? [] : [{ ...each, entity }];
    });
    return pageOf(there, query.limit, ({ entity, matched }) => ({ ...disputeAnswer(entity, asking), matched }));
  }
}
