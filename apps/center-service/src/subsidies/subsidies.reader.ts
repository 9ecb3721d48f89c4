import type { Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { rulePackById } from '@mediation/rules';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { bodyAnswer, type NameOfBody } from '../body-names';
import { today } from '../fields';
import { pageOf, readCursor } from '../paging';
import { all, rows, sql } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import { sameDisputes, type Pair } from './same-disputes';
import type { SubsidiesAnswer, SubsidyItem } from './subsidies.answer';
import type { SubsidySelection } from './subsidies.query';
import {
  DUPLICATE_PAIRS,
  LISTED_COLUMNS,
  listed,
  readsSubsidies,
  type ListedRow,
  type Selected,
} from './subsidies.sql';

interface SumRow {
  readonly phase: SubsidyItem['phase'];
  readonly files: number;
  readonly amount: number;
}
interface PaidRow {
  readonly dispute: string;
  readonly amount: number;
}

export const rateAnswer = ({ rate: rule, pack }: Pick<ListedRow, 'rate' | 'pack'>): SubsidyItem['rate'] => {
  const found = rulePackById(pack).subsidies[rule];
  if (found === undefined) throw new Error(`rule pack ${pack} has no subsidy rate ${rule}`);
  const { zh, en, source, article, certainty } = found;
  return { rule, zh, en, source, article, certainty, pack };
};

const given = <Key extends string>(key: Key, value: string | null) =>
  (value === null ? {} : { [key]: value }) as { readonly [K in Key]?: string };

@Injectable()
export class SubsidiesReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  selected({ from, to = today(this.clock), ...more }: SubsidySelection): Selected {
    return { ...more, from: from ?? `${to.slice(0, 4)}-01-01`, to };
  }

  /** The newest claims first. */
  async list(
    selection: SubsidySelection,
    { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
    caller: Principal,
  ): Promise<SubsidiesAnswer> {
    const selected = this.selected(selection);
    const last = readCursor(cursor);
    const after = last && sql`(s.claimed_on::timestamptz, s.key) < (${last[0]}::timestamptz, ${last[1]})`;
    const [found, totals, findings] = await Promise.all([
      rows<ListedRow>(
        this.views,
        sql`SELECT ${LISTED_COLUMNS} FROM ${listed(selected, caller)} AND ${all(after)}
            ORDER BY s.claimed_on DESC, s.key DESC LIMIT ${limit + 1}`,
      ),
      this.totals(selected, caller),
      this.findings(caller),
    ]);
    const { from, to } = selected;
    return { from, to, ...pageOf(found, limit, (row) => this.item(row)), totals, findings };
  }

  /** All of it, the oldest claims first, as a finance office files it. */
  async whole(selection: SubsidySelection, caller: Principal): Promise<readonly SubsidyItem[]> {
    const found = await rows<ListedRow>(
      this.views,
      sql`SELECT ${LISTED_COLUMNS} FROM ${listed(this.selected(selection), caller)} ORDER BY s.claimed_on, s.key`,
    );
    return found.map((row) => this.item(row));
  }

  private async totals(selected: Selected, caller: Principal): Promise<SubsidiesAnswer['totals']> {
    const sums = await rows<SumRow>(
      this.views,
      sql`SELECT s.phase, count(*)::int AS files, coalesce(sum(s.amount_fen), 0)::float8 AS amount
          FROM ${listed(selected, caller)} GROUP BY s.phase`,
    );
    return {
      files: sums.reduce((sum, { files }) => sum + files, 0),
      amountFen: sums.reduce((sum, { amount }) => sum + amount, 0),
      byPhase: Object.fromEntries(sums.map(({ phase, files, amount }) => [phase, { files, amountFen: amount }])),
    };
  }

  /** Of all times: what was paid twice is to be recovered whenever that was. */
  private async findings(caller: Principal): Promise<SubsidiesAnswer['findings']> {
    const pairs = await rows<Pair>(this.views, DUPLICATE_PAIRS);
    const groups = sameDisputes(pairs);
    const paid = await rows<PaidRow>(
      this.views,
      sql`SELECT s.dispute, s.amount_fen::float8 AS amount FROM views.subsidies AS s JOIN views.disputes AS d ON d.key = s.key
          WHERE ${readsSubsidies(caller)} AND s.phase = 'paid' AND s.key = ANY (${groups.flat()}::text[])`,
    );
    const amounts = new Map(paid.map(({ dispute, amount }) => [dispute, amount]));
    return groups
      .map((group) => group.filter((each) => amounts.has(each)))
      .filter((group) => group.length > 1)
      .map((disputes) => ({
        disputes,
        amountFen: disputes.reduce((sum, each) => sum + (amounts.get(each) ?? 0), 0),
      }));
  }

  private item(row: ListedRow): SubsidyItem {
    const { dispute, dossier, mediators, difficulty, result, phase, archived } = row;
    return {
      dispute,
      dossier,
      body: bodyAnswer(this.nameOf, row.body),
      mediators,
      difficulty,
      result,
      amountFen: row.amount,
      rate: rateAnswer(row),
      phase,
      archived,
      ...given('reason', row.reason),
      claimedOn: row.claimed,
      ...given('reviewedOn', row.reviewed),
      ...given('approvedOn', row.approved),
      ...given('paidOn', row.paid),
      ...given('batch', row.batch),
      ...given('recoveredOn', row.recovered),
    };
  }
}
