import type { LinkRelation } from '@mediation/dispute/domain';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { describedBody, type NameOfBody } from '../body-names';
import { pageOf, readCursor } from '../paging';
import { all, rows, sql, type Sql } from '../sql';
import { DUPLICATE_WINDOW_DAYS, NAME_OF_BODY, VIEWS } from '../tokens';
import { alike } from './alike.sql';
import type { DuplicatesAnswer, PossibleDuplicate } from './duplicates.answer';
import type { DuplicatesQuery } from './duplicates.query';

interface PairRow {
  readonly key: string;
  readonly sorted: string;
  readonly dispute: DisputeColumns;
  readonly other: DisputeColumns;
  readonly confirmed: boolean;
  readonly place: 0 | 1 | 2;
  readonly close: boolean;
  readonly score: number;
  readonly relation: LinkRelation | null;
}

type DisputeColumns = Omit<PossibleDuplicate['dispute'], 'custodian'> & { readonly custodian: string };

const about = (table: Sql): Sql => sql`json_build_object('id', ${table}.key, 'type', ${table}.dispute_type,
  'source', ${table}.source, 'place', ${table}.place, 'phase', ${table}.phase, 'custodian', ${table}.custodian,
  'registeredOn', ${table}.registered_on)`;

const STATE: Readonly<Record<DuplicatesQuery['state'], Sql>> = {
  open: sql`p.relation IS NULL`,
  linked: sql`p.relation IN ('duplicate', 'related')`,
  dismissed: sql`p.relation = 'distinct'`,
};

const stateOf = (relation: LinkRelation | null): DuplicatesQuery['state'] => {
  if (relation === null) return 'open';
  return relation === 'distinct' ? 'dismissed' : 'linked';
};

/** On a worklist: the newest ones; the list itself has pages. */
const MOST_ON_WORKLIST = 20;

@Injectable()
export class DuplicatesReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
    @Inject(DUPLICATE_WINDOW_DAYS) private readonly windowDays: number,
  ) {}

  /** Pairs that may be one dispute, the newest registrations first. */
  async list({ org, state, cursor, limit }: DuplicatesQuery, caller: Principal): Promise<DuplicatesAnswer> {
    const last = readCursor(cursor);
    const after = last && sql`(p.registered_at, p.key) < (${last[0]}::timestamptz, ${last[1]})`;
    const found = await rows<PairRow>(
      this.views,
      sql`SELECT p.key, p.registered_at::text AS sorted, ${about(sql`d`)} AS dispute, ${about(sql`o`)} AS other,
            p.confirmed, p.place, p.close, p.score, p.relation
          FROM (${alike({ caller, org, windowDays: this.windowDays })}) AS p
            JOIN views.disputes AS d ON d.key = p.dispute JOIN views.disputes AS o ON o.key = p.other
          WHERE ${all(STATE[state], after)}
          ORDER BY p.registered_at DESC, p.key DESC LIMIT ${limit + 1}`,
    );
    return pageOf(found, limit, (row) => this.answer(row));
  }

  /** What a body's people should look at. */
  async ofBody(org: string, caller: Principal) {
    const { items } = await this.list({ org, state: 'open', limit: MOST_ON_WORKLIST }, caller);
    return items;
  }

  private answer(row: PairRow): PossibleDuplicate {
    const side = ({ custodian, ...dispute }: DisputeColumns) => ({
      ...dispute,
      custodian: describedBody(this.nameOf, custodian),
    });
    const agrees = { people: true, place: row.place > 0, time: row.close };
    return {
      dispute: side(row.dispute),
      other: side(row.other),
      matches: (['people', 'place', 'time'] as const).filter((what) => agrees[what]),
      people: row.confirmed ? 'confirmed-by-number' : 'by-name',
      score: row.score,
      state: stateOf(row.relation),
      ...(row.relation !== null && { relation: row.relation }),
    };
  }
}
