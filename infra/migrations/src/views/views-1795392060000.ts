import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView } from './create-view';

/** Which generation of each view is live, one that is being built beside it, and what each could not take in. */
const BOOKKEEPING = `
CREATE SCHEMA views;

CREATE TABLE views.projections (
  name       text COLLATE "C" NOT NULL CHECK (name ~ '^[a-z][a-z_]*$'),
  state      text NOT NULL CHECK (state IN ('live', 'building')),
  generation int  NOT NULL CHECK (generation >= 1),
  version    int  NOT NULL CHECK (version >= 1),
  checkpoint text COLLATE "C",
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (name, state)
);

CREATE TABLE views.parked (
  view       text COLLATE "C" NOT NULL,
  generation int  NOT NULL,
  stream     text COLLATE "C" NOT NULL,
  revision   int  NOT NULL,
  position   text COLLATE "C" NOT NULL,
  event_id   uuid NOT NULL,
  type       text NOT NULL,
  code       text NOT NULL,
  parked_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (view, generation, stream)
);

REVOKE ALL ON SCHEMA views FROM PUBLIC;
GRANT USAGE ON SCHEMA views TO mediation_app;
GRANT SELECT ON views.projections, views.parked TO mediation_app;
-- Generations come and go with rebuilds, which only the owner may run; where a view stands is the application's to write.
GRANT UPDATE (checkpoint, updated_at) ON views.projections TO mediation_app;
GRANT INSERT, DELETE ON views.parked TO mediation_app;
`;

/** 三位一体 handoffs, one row each. */
const HANDOFF_BOARD = {
  columns: `
  dispute         text COLLATE "C" NOT NULL,
  handoff         text NOT NULL,
  kind            text NOT NULL,
  reason          text NOT NULL,
  from_body       text COLLATE "C" NOT NULL,
  from_tier       text NOT NULL,
  from_channel    text,
  to_body         text COLLATE "C" NOT NULL,
  to_tier         text NOT NULL,
  to_channel      text,
  state           text NOT NULL,
  offered_at      timestamptz NOT NULL,
  offered_on      date NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_on date,
  settled_at      timestamptz,
  settled_on      date,
  reply_by        date NOT NULL,
  return_reason   text,
  bounce          int`,
  indexes: ['(dispute)', '(offered_at, key)', '(to_body, state)', '(from_body, state)'],
};

/** Disputes as they stand: search and worklists. Names are personal data, in party_names and nowhere else. */
const DISPUTES = {
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
};

/** Every event of every dispute, without anything personal. */
const TIMELINE = {
  columns: `
  dispute     text COLLATE "C" NOT NULL,
  revision    int  NOT NULL,
  position    text COLLATE "C" NOT NULL,
  type        text NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor       text NOT NULL,
  custodian   text,
  detail      jsonb NOT NULL`,
  // A dispute's entries are found by the beginning of their keys.
  indexes: ['(position)'],
};

/** What the summary counts, one row per fact. */
const MEDIATION_FACTS = {
  columns: `
  dispute     text COLLATE "C" NOT NULL,
  kind        text NOT NULL,
  happened_on date NOT NULL,
  body        text COLLATE "C" NOT NULL,
  proceeding  int,
  channel     text,
  tier        text,
  risk        text,
  people      int`,
  indexes: ['(kind, happened_on)', '(dispute, kind)'],
};

export class Views1795392060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BOOKKEEPING);
    await createView(runner, 'handoff_board', HANDOFF_BOARD);
    await createView(runner, 'disputes', DISPUTES);
    await createView(runner, 'timeline', TIMELINE);
    await createView(runner, 'mediation_facts', MEDIATION_FACTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA views CASCADE');
  }
}
