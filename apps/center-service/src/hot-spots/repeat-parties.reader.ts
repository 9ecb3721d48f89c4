import { minorLabels, type PartyKind } from '@mediation/dispute/domain';
import { personMarks } from '@mediation/dispute/stored-events';
import type { Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { In, type DataSource } from 'typeorm';
import { maskedName } from '../disputes/masked-name';
import { DisputeEntity } from '../entities/dispute.entity';
import { today, within } from '../fields';
import { periodOf } from '../funnel/funnel.reader';
import { lastDayOf } from '../funnel/months';
import { registeredInSight } from '../funnel/registered-scope';
import { knowsParties, readsByFirewall, visible } from '../scope';
import { all, rows, sql } from '../sql';
import { CLOCK, VIEWS } from '../tokens';
import { HOT_SPOT_RULES } from './hot-spots-rules';
import type { RepeatPartiesAnswer } from './hot-spots.answer';
import type { GroupsQuery } from './hot-spots.query';

interface Found {
  /** A mark: it stays in this process. */
  readonly name: string;
  readonly numbered: boolean;
  readonly size: number;
  /** The latest. */
  readonly disputes: readonly string[];
}

interface Named {
  readonly name: string;
  readonly kind: PartyKind;
  readonly minor: boolean;
}

const isOrganisation = (kind: PartyKind): boolean =>
  kind === 'legal-person' || kind === 'unincorporated' || kind === 'agency';

/** The party of a dispute whose name has the mark. */
const partyMarked = ({ state, partyNames }: DisputeEntity, mark: string): Named | undefined => {
  const [id, name] = Object.entries(partyNames).find(([, each]) => personMarks({ name: each })?.name === mark) ?? [];
  const party = state.file.parties.find((each) => each.id === id);
  return party && name !== undefined ? { name, kind: party.kind, minor: minorLabels([party]).size > 0 } : undefined;
};

/** Of each party's disputes; a company may have thousands. Whoever knows the parties of all of these knows the name. */
const MOST_SHOWN = 10;

@Injectable()
export class RepeatPartiesReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who is a party to several disputes of the period, the most first. */
  async list({ org, limit, ...asked }: GroupsQuery, caller: Principal): Promise<RepeatPartiesAnswer> {
    const { from, to } = periodOf(asked, today(this.clock));
    const months = { from, to, org };
    const found = readsByFirewall(caller) ? [] : await this.find(months, limit, caller);
    const entities = await this.views
      .getRepository(DisputeEntity)
      .find({ where: { key: In([...new Set(found.flatMap(({ disputes }) => disputes))]) } });
    const byId = new Map(entities.map((entity) => [entity.key, entity]));
    const parties = found.flatMap((each) => this.answer(each, byId, caller) ?? []);
    return {
      from,
      to: lastDayOf(to),
      ...(org !== undefined && { org }),
      parties: parties.slice(0, limit),
      rules: HOT_SPOT_RULES.repeatParties,
    };
  }

  /** Names without a number only help with organisations, which only their disputes tell: hence more than are asked for. */
  private find(
    { from, to, org }: { from: string; to: string; org: string | undefined },
    limit: number,
    caller: Principal,
  ) {
    const where = all(
      sql`f.registered_month BETWEEN ${from}::date AND ${to}::date`,
      visible(caller),
      registeredInSight(caller),
      within(sql`f.body`, org),
    );
    return rows<Found>(
      this.views,
      sql`SELECT p.key AS name, coalesce(p.value->>'id', p.value->>'phone') IS NOT NULL AS numbered,
            count(DISTINCT f.key)::int AS size, (array_agg(DISTINCT f.key ORDER BY f.key DESC))[1:${MOST_SHOWN}::int] AS disputes
          FROM views.funnel AS f JOIN views.disputes AS d ON d.key = f.key JOIN views.likeness AS l ON l.key = f.key
            CROSS JOIN LATERAL jsonb_each(l.people) AS p
          WHERE ${where}
          GROUP BY p.key, p.value->>'id', coalesce(p.value->>'id', p.value->>'phone')
          HAVING count(DISTINCT f.key) > 1 ORDER BY size DESC, min(f.key), p.key LIMIT ${4 * limit}`,
    );
  }

  private answer(
    { name: mark, numbered, size, disputes }: Found,
    byId: ReadonlyMap<string, DisputeEntity>,
    caller: Principal,
  ) {
    const entities = disputes.flatMap((id) => byId.get(id) ?? []);
    const named = entities[0] && partyMarked(entities[0], mark);
    if (named === undefined || (!numbered && !isOrganisation(named.kind))) return undefined;
    const inFull = !named.minor && entities.every((entity) => knowsParties(caller, entity));
    return {
      // Who a minor is need not be known here (未成年人保护法 art. 103).
      name: named.minor ? '未成年人' : inFull ? named.name : maskedName(named.name, named.kind),
      organisation: isOrganisation(named.kind),
      size,
      disputes: entities.map(({ key, disputeType, place, registeredOn, phase }) => ({
        id: key,
        type: disputeType,
        place,
        registeredOn,
        phase,
      })),
    };
  }
}
