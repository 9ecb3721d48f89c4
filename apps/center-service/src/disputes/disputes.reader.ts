import { knowable, knowableClocks } from '@mediation/dispute/domain';
import { oversightKeys, sightOf } from '@mediation/dispute/read-models';
import { tierOfDivision, type Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { Like, type DataSource, type SelectQueryBuilder } from 'typeorm';
import type { NameOfBody } from '../body-names';
import { DisputeEntity } from '../entities/dispute.entity';
import { TimelineEntryEntity } from '../entities/timeline-entry.entity';
import { HandoffsReader } from '../handoffs/handoffs.reader';
import { pageOf, readCursor } from '../paging';
import { disputeNotFound } from '../scope';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import { clockAnswers } from './clock-answer';
import { disputeAnswer } from './dispute-answer';
import type { DisputesAnswer, DisputeWithTimeline } from './disputes.answer';
import type { DisputesQuery } from './disputes.query';
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

const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (each) => `\\${each}`);

const search = (query: Disputes, q: string, caller: Principal): void => {
  const known = caller.roles.includes('system') ? 'true' : '(d.custodian = :org OR d.seen_by && :oversight::text[])';
  const minor = `EXISTS (SELECT FROM jsonb_array_elements(d.state->'file'->'parties') AS p
    WHERE p->>'id' = party.key AND (p->>'minor')::boolean)`;
  // Who finds a minor by name knows where it is a party.
  const named = `${known} AND EXISTS (SELECT FROM jsonb_each_text(d.party_names) AS party
    WHERE party.value ILIKE :like AND (d.custodian = :org OR NOT ${minor}))`;
  query.andWhere(`(d.key = :q OR ${named})`, {
    q,
    like: `%${literally(q)}%`,
    org: caller.org,
    oversight: oversightKeys(caller),
  });
};

const bodyFilter = (query: Disputes, code: string): void => {
  if (tierOfDivision(code) === undefined) query.andWhere('d.custodian = :custodian', { custodian: code });
  else query.andWhere('d.custodian LIKE :custodian', { custodian: `${code}%` });
};

const phaseFilter = (query: Disputes, phase: NonNullable<DisputesQuery['phase']>): void => {
  if (phase === 'open') query.andWhere("d.phase <> 'closed'");
  else query.andWhere('d.phase = :phase', { phase });
};

const filter = (query: Disputes, wanted: DisputesQuery, caller: Principal): void => {
  const { q, type, source, phase, custodian, channel, place, risk, from, to } = wanted;
  if (q !== undefined) search(query, q, caller);
  if (phase !== undefined) phaseFilter(query, phase);
  if (custodian !== undefined) bodyFilter(query, custodian);
  if (place !== undefined) query.andWhere('d.place LIKE :place', { place: `${place}%` });
  const exact = { dispute_type: type, source, channel, risk_grade: risk };
  for (const [column, value] of Object.entries(exact)) {
    if (value !== undefined) query.andWhere(`d.${column} = :${column}`, { [column]: value });
  }
  if (from !== undefined) query.andWhere('d.registered_on >= :from', { from });
  if (to !== undefined) query.andWhere('d.registered_on <= :to', { to });
};

@Injectable()
export class DisputesReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
    @Inject(HandoffsReader) private readonly handoffs: HandoffsReader,
  ) {}

  /** The newest registrations first. */
  async search(wanted: DisputesQuery, caller: Principal): Promise<DisputesAnswer> {
    const asking = { caller, nameOf: this.nameOf, now: this.clock.now() };
    const query = visibleDisputes(this.views, caller);
    filter(query, wanted, caller);
    const cursor = readCursor(wanted.cursor);
    if (cursor) {
      query.andWhere('(d.registered_at, d.key) < (:at::timestamptz, :after)', { at: cursor[0], after: cursor[1] });
    }
    const { entities, raw } = await query
      .addSelect('d.registered_at::text', 'sorted')
      .orderBy('d.registeredAt', 'DESC')
      .addOrderBy('d.key', 'DESC')
      .limit(wanted.limit + 1)
      .getRawAndEntities<{ sorted: string }>();
    const found = entities.map((entity, index) => ({ entity, key: entity.key, sorted: raw[index]!.sorted }));
    return pageOf(found, wanted.limit, ({ entity }) => disputeAnswer(entity, asking));
  }

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
