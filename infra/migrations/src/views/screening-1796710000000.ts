import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from './create-view';

const PLANS = {
  columns: `
  planner    text COLLATE "C" NOT NULL,
  kind       text NOT NULL,
  theme      text NOT NULL,
  from_on    date NOT NULL,
  to_on      date NOT NULL,
  due_on     date NOT NULL,
  places     text[] NOT NULL,
  planned_at timestamptz NOT NULL,
  closed_on  date,
  missing    text[]`,
  indexes: ['(planned_at, key)'],
};

/** One row a round, never changed. Nothing personal. */
const ROUNDS = {
  columns: `
  plan         text COLLATE "C" NOT NULL,
  division     text COLLATE "C" NOT NULL,
  tier         text NOT NULL,
  body         text COLLATE "C" NOT NULL,
  concentrated boolean NOT NULL,
  held_on      date NOT NULL,
  recorded_at  timestamptz NOT NULL,
  recorded_on  date NOT NULL,
  zero         boolean NOT NULL,
  late         boolean NOT NULL,
  findings     int NOT NULL`,
  indexes: ['(plan, division)', '(held_on)'],
};

/** `facts` is personal data. */
const FINDINGS = {
  columns: `
  plan         text COLLATE "C" NOT NULL,
  finding      text NOT NULL,
  division     text COLLATE "C" NOT NULL,
  body         text COLLATE "C" NOT NULL,
  concentrated boolean NOT NULL,
  held_on      date NOT NULL,
  recorded_at  timestamptz NOT NULL,
  recorded_on  date NOT NULL,
  dispute_type text NOT NULL,
  headcount    int  NOT NULL,
  risk_grade   text NOT NULL,
  facts        text,
  outcome      text,
  settled_on   date,
  dispute      text COLLATE "C"`,
  indexes: ['(plan, division)', '(recorded_at, key)', '(dispute) WHERE dispute IS NOT NULL'],
};

/** 排查: plans, the rounds that were reported, and what they found. */
export class Screening1796710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createView(runner, 'screening_plans', PLANS);
    await createView(runner, 'screening_rounds', ROUNDS);
    await createView(runner, 'screening_findings', FINDINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['screening_plans', 'screening_rounds', 'screening_findings']) await dropView(runner, name);
  }
}
