import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from './create-view';

/** Disputes as they stand, with the limits of the law they are under. Names are personal data, in party_names and nowhere else. */
export const DISPUTES = {
  columns: `
  revision            int  NOT NULL,
  source              text NOT NULL,
  dispute_type        text NOT NULL,
  place               text COLLATE "C" NOT NULL,
  custodian           text COLLATE "C" NOT NULL,
  custodian_kind      text,
  custodian_tier      text,
  custodian_division  text COLLATE "C" NOT NULL,
  phase               text NOT NULL,
  channel             text,
  party_names         jsonb NOT NULL,
  headcount           int NOT NULL,
  amount_fen          bigint,
  risk_grade          text,
  difficulty          text,
  registered_at       timestamptz NOT NULL,
  registered_on       date NOT NULL,
  accepted_on         date,
  mediate_by          date,
  effective_on        date,
  closed_on           date,
  outcome             text,
  pending_handoff     text,
  pending_kind        text,
  pending_from        text COLLATE "C",
  pending_to          text COLLATE "C",
  pending_reply_by    date,
  agreement_state     text,
  next_obligation_due date,
  supervised          boolean NOT NULL,
  emergency_state     text,
  next_clock          text,
  next_clock_due      date,
  next_clock_expiry   text,
  next_task           text,
  next_due            date,
  held_by             text[] NOT NULL,
  seen_by             text[] NOT NULL,
  state               jsonb NOT NULL`,
  indexes: [
    '(registered_at, key)',
    // Of columns that seldom change: an update that changes no indexed column stays on its page and touches no index.
    `(custodian) WHERE phase <> 'closed'`,
    '(pending_to) WHERE pending_to IS NOT NULL',
    'USING gin (seen_by)',
  ],
  fillfactor: 50,
  version: 2,
};

/** The state that each row keeps has another shape: the view begins empty and is filled from the first event on. */
export class DisputeClocks1796601700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await dropView(runner, 'disputes');
    await createView(runner, 'disputes', DISPUTES);
  }

  async down(): Promise<void> {
    throw new Error('the older view of disputes is made by the older program: restore a backup, or rebuild with it');
  }
}
