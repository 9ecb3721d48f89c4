import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from './create-view';

/** What is counted, one row per fact, with the day it happened and the day it was recorded. Nothing personal. */
const MEDIATION_FACTS = {
  columns: `
  dispute          text COLLATE "C" NOT NULL,
  revision         int  NOT NULL,
  kind             text NOT NULL,
  happened_on      date NOT NULL,
  recorded_at      timestamptz NOT NULL,
  recorded_on      date NOT NULL,
  body             text COLLATE "C" NOT NULL,
  tier             text,
  other_body       text COLLATE "C",
  proceeding       int,
  agreement        int,
  obligation       int,
  channel          text,
  source           text,
  dispute_type     text,
  category         text,
  place            text COLLATE "C",
  people           int,
  amount_fen       bigint,
  risk_grade       text,
  difficulty       text,
  risk             text,
  form             text,
  extent           text,
  due_on           date,
  mediator         text,
  reason           text,
  outcome          text,
  satisfaction     text,
  escalation_signs boolean,
  other_dispute    text COLLATE "C"`,
  indexes: ['(kind, happened_on)', '(dispute, kind)'],
  version: 2,
};

/** Every fact is kept with both of its times: the view begins empty and is filled from the first event on. */
export class FactsRecorded1796700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await dropView(runner, 'mediation_facts');
    await createView(runner, 'mediation_facts', MEDIATION_FACTS);
  }

  async down(): Promise<void> {
    throw new Error('the older view of facts is made by the older program: restore a backup, or rebuild with it');
  }
}
