import { knowableTypes } from '@mediation/dispute/domain';
import { fromSortablePosition, sortablePosition } from '@mediation/dispute/read-models';
import { parsePosition, type Position } from '@mediation/event-store/port';
import { ProblemError, PROBLEMS, type Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { bodyAnswer, type NameOfBody } from '../body-names';
import { visible } from '../scope';
import { rows, sql, type Sql } from '../sql';
import { NAME_OF_BODY, VIEWS } from '../tokens';
import type { FeedItem } from './feed.answer';

interface EntryRow {
  readonly position: string;
  readonly dispute: string;
  readonly revision: number;
  readonly type: string;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly actor: string;
  readonly responsible: string;
  readonly detail: FeedItem['detail'];
}

export interface FeedEvent {
  readonly id: Position;
  readonly data: FeedItem;
}

const PAGE = 200;

/** @throws ProblemError 400 for what is no position of an event */
export const parseEventId = (text: string): Position => {
  try {
    parsePosition(text);
    return text;
  } catch {
    throw new ProblemError({
      ...PROBLEMS.invalidInput,
      errors: [{ pointer: '/Last-Event-ID', message: '不是本服务给出的事件编号 / not an event id of this feed' }],
    });
  }
};

/**
 * The evidence firewall on entries `t`. Of events that a body may know of in some disputes and not in others, only offers to it or from it
 * are told here; the dispute itself shows the rest.
 */
export const knowableTo = ({ org, roles }: Principal): Sql => {
  const types = roles.includes('system') ? undefined : knowableTypes(org);
  if (types === undefined) return sql`true`;
  return sql`(t.actor = ${org} OR t.type = ANY(${types}::text[])
    OR t.type = 'HandoffOffered' AND ${org} IN (t.detail->>'from', t.detail->>'to'))`;
};

/** What happened, in the order the views show it: an event is read only after every view of it has been written. */
@Injectable()
export class FeedReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  /** Where the feed begins for a reader who does not say where. */
  async end(): Promise<Position | undefined> {
    const [last] = await rows<{ position: string | null }>(
      this.views,
      sql`SELECT max(t.position) AS position FROM views.timeline AS t`,
    );
    return last?.position == null ? undefined : fromSortablePosition(last.position);
  }

  async after(position: Position | undefined, caller: Principal): Promise<readonly FeedEvent[]> {
    const from = position === undefined ? '' : sortablePosition(position);
    return this.entries(caller, sql`t.position > ${from}`, PAGE);
  }

  /** Entries that meet the condition and that the caller may know of, in order, at most so many. */
  async entries(caller: Principal, condition: Sql, limit: number): Promise<readonly FeedEvent[]> {
    const found = await rows<EntryRow>(
      this.views,
      sql`SELECT t.position, t.dispute, t.revision, t.type, t.occurred_at, t.recorded_at, t.actor, t.detail,
            d.custodian AS responsible
          FROM views.timeline AS t JOIN views.disputes AS d ON d.key = t.dispute
          WHERE ${condition} AND ${visible(caller)} AND ${knowableTo(caller)} ORDER BY t.position LIMIT ${limit}`,
    );
    return found.map((row) => ({ id: fromSortablePosition(row.position), data: this.answer(row) }));
  }

  private answer(row: EntryRow): FeedItem {
    return {
      dispute: row.dispute,
      revision: row.revision,
      type: row.type,
      occurredAt: row.occurred_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      actor: bodyAnswer(this.nameOf, row.actor),
      custodian: bodyAnswer(this.nameOf, row.responsible),
      detail: row.detail,
    };
  }
}
