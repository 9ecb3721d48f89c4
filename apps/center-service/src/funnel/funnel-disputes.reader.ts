import type { Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { describedBody, type NameOfBody } from '../body-names';
import { equal, today, within } from '../fields';
import { pageOf, readCursor } from '../paging';
import { readsByFirewall, visible } from '../scope';
import { all, rows, sql, type Sql } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import type { FunnelDispute } from './funnel.answer';
import type { FunnelDisputesQuery } from './funnel.query';
import { periodOf } from './funnel.reader';
import { lastDayOf, monthOf } from './months';
import { registeredInSight } from './registered-scope';

interface Row {
  readonly key: string;
  readonly sorted: string;
  readonly type: string;
  readonly place: string;
  readonly registered_on: string;
  readonly body: string;
  readonly custodian: string;
  readonly result: string | null;
  readonly result_on: string | null;
  readonly up: string | null;
  readonly down: string | null;
}

/** How a figure's parts match a code, part by part; `*` matches any. */
const matchesCode = (code: Sql, parts: readonly string[]): Sql =>
  all(
    sql`${code} IS NOT NULL`,
    ...parts.map((part, index) =>
      part === '*' ? undefined : sql`split_part(${code}, ':', ${index + 1}::int) = ${part}`,
    ),
  );

/** The disputes of a figure, by the same columns that it is counted from. */
const inFigure = (figure: string, until: string): Sql => {
  const [group = '', ...details] = figure.split(':');
  const ended = sql`f.result IS NOT NULL AND f.result_month <= ${until}::date`;
  switch (group) {
    case 'registered':
      return sql`true`;
    case 'open':
      return sql`(${ended}) IS NOT TRUE`;
    case 'up':
      return sql`f.up_month <= ${until}::date AND ${matchesCode(sql`f.up`, details)}`;
    case 'down':
      return sql`f.down_month <= ${until}::date AND ${matchesCode(sql`f.down`, details)}`;
    default:
      return sql`${ended} AND ${matchesCode(sql`f.result`, [group, ...details])}`;
  }
};

const SHANGHAI = sql`'Asia/Shanghai'`;

@Injectable()
export class FunnelDisputesReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  /** What a figure of the funnel counted, the newest registrations first. */
  async list(query: FunnelDisputesQuery, caller: Principal) {
    const { figure, limit } = query;
    const isHidden = readsByFirewall(caller) && /^(up|down)\b/.test(figure);
    const found = isHidden ? [] : await this.find(query, caller);
    return { figure, ...pageOf(found, limit, (row) => this.answer(row, readsByFirewall(caller))) };
  }

  private find({ org, figure, tier, cursor, limit, ...asked }: FunnelDisputesQuery, caller: Principal) {
    const { from, to } = periodOf(asked, today(this.clock));
    const until = asked.until === undefined ? to : monthOf(asked.until);
    const last = readCursor(cursor);
    const after = last && sql`(d.registered_at, d.key) < (${last[0]}::timestamptz, ${last[1]})`;
    // In the order of the index of disputes, whose registration is looked at to the day.
    const registered = sql`d.registered_at >= ${from}::timestamp AT TIME ZONE ${SHANGHAI}
      AND d.registered_at < (${lastDayOf(to)}::timestamp + interval '1 day') AT TIME ZONE ${SHANGHAI}`;
    const where = all(
      registered,
      visible(caller),
      registeredInSight(caller),
      within(sql`f.body`, org),
      equal(sql`f.registered_tier`, tier),
      inFigure(figure, until),
      after,
    );
    return rows<Row>(
      this.views,
      sql`SELECT d.key, d.registered_at::text AS sorted, f.dispute_type AS type, f.place, f.registered_on::text, f.body, f.custodian,
            CASE WHEN f.result_month <= ${until}::date THEN f.result END AS result,
            CASE WHEN f.result_month <= ${until}::date THEN f.result_on::text END AS result_on,
            CASE WHEN f.up_month <= ${until}::date THEN f.up END AS up,
            CASE WHEN f.down_month <= ${until}::date THEN f.down END AS down
          FROM views.disputes AS d JOIN views.funnel AS f ON f.key = d.key
          WHERE ${where} ORDER BY d.registered_at DESC, d.key DESC LIMIT ${limit + 1}`,
    );
  }

  /** Whom the firewall holds back learns the result, not by which handoffs it came about. */
  private answer(row: Row, firewalled: boolean): FunnelDispute {
    const result = row.result ?? 'open';
    return {
      id: row.key,
      type: row.type,
      place: row.place,
      registeredOn: row.registered_on,
      registeredBy: describedBody(this.nameOf, row.body),
      custodian: describedBody(this.nameOf, row.custodian),
      result: firewalled ? result.split(':').slice(0, 3).join(':') : result,
      ...(row.result_on !== null && { resultOn: row.result_on }),
      ...(!firewalled && row.up !== null && { wentUp: row.up }),
      ...(!firewalled && row.down !== null && { cameBack: row.down }),
    };
  }
}
