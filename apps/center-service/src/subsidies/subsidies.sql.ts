import type { SubsidyRow } from '@mediation/subsidy/read-models';
import type { Principal } from '@mediation/nest';
import { equal, within } from '../fields';
import { readsByFirewall, visible } from '../scope';
import { all, sql, type Sql } from '../sql';
import type { SubsidySelection } from './subsidies.query';

export interface Selected extends Omit<SubsidySelection, 'from' | 'to'> {
  readonly from: string;
  readonly to: string;
}

export type ListedRow = Required<
  Pick<SubsidyRow, 'dispute' | 'dossier' | 'body' | 'mediators' | 'difficulty' | 'result' | 'rate' | 'pack'>
> & {
  readonly key: string;
  readonly sorted: string;
  readonly amount: number;
  readonly phase: Exclude<SubsidyRow['phase'], 'yielded'>;
  readonly archived: boolean;
  readonly claimed: string;
  readonly reviewed: string | null;
  readonly approved: string | null;
  readonly paid: string | null;
  readonly recovered: string | null;
  readonly reason: string | null;
  readonly batch: string | null;
};

/** Courts and police know nothing of how mediation went, and so nothing of what it is paid. */
export const readsSubsidies = (caller: Principal): Sql => (readsByFirewall(caller) ? sql`false` : visible(caller));

/** Subsidies `s` of disputes `d`, once claimed, by the day of the claim. */
export const listed = ({ from, to, org, mediator, phase }: Selected, caller: Principal): Sql => sql`
  views.subsidies AS s JOIN views.disputes AS d ON d.key = s.key
  WHERE ${all(
    readsSubsidies(caller),
    sql`s.claimed_on BETWEEN ${from}::date AND ${to}::date`,
    within(sql`s.body`, org),
    mediator === undefined ? undefined : sql`s.mediators @> ${[mediator]}::text[]`,
    equal(sql`s.phase`, phase),
  )}`;

export const LISTED_COLUMNS = sql`
  s.key, s.claimed_on::timestamptz::text AS sorted, s.dispute, s.dossier, s.body, s.mediators, s.difficulty, s.result, s.rate, s.pack,
  s.amount_fen::float8 AS amount, s.phase, s.reason, s.batch, d.state #>> '{file,dossier,archivedOn}' IS NOT NULL AS archived,
  s.claimed_on::text AS claimed, s.reviewed_on::text AS reviewed, s.approved_on::text AS approved, s.paid_on::text AS paid,
  s.recovered_on::text AS recovered`;

/** Pairs of registrations of one dispute: of the words about a pair the later counts. */
export const DUPLICATE_PAIRS = sql`
  SELECT dispute, other FROM (
    SELECT DISTINCT ON (least(f.dispute, f.other_dispute), greatest(f.dispute, f.other_dispute))
      f.dispute, f.other_dispute AS other, f.reason
    FROM views.mediation_facts AS f WHERE f.kind = 'linked'
    ORDER BY least(f.dispute, f.other_dispute), greatest(f.dispute, f.other_dispute), f.recorded_at DESC, f.revision DESC
  ) AS said WHERE reason = 'duplicate' AND dispute <> other`;
