import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from './create-view';

const OUT = 'registered_tier, result_month, result';

/** Where each dispute entered, how far it went and how it ended. Nothing personal. */
const FUNNEL = {
  columns: `
  registered_on    date NOT NULL,
  body             text COLLATE "C" NOT NULL,
  place            text COLLATE "C" NOT NULL,
  dispute_type     text COLLATE "C" NOT NULL,
  custodian        text COLLATE "C" NOT NULL,
  path             jsonb NOT NULL,
  result           text COLLATE "C",
  result_on        date,
  up               text COLLATE "C",
  up_on            date,
  down             text COLLATE "C",
  down_on          date,
  township         text COLLATE "C" NOT NULL,
  registered_tier  text COLLATE "C" NOT NULL,
  registered_month date NOT NULL,
  result_month     date,
  up_month         date,
  down_month       date,
  changed          text COLLATE "C" NOT NULL`,
  // Counted in the order of an index, from the index alone: a district's by its townships, a body's by the body.
  indexes: [
    `(registered_month, township, ${OUT})`,
    `(body, registered_month, ${OUT})`,
    '(registered_month, township, up_month, up) WHERE up IS NOT NULL',
    '(registered_month, township, down_month, down) WHERE down IS NOT NULL',
    '(registered_month, township, place, dispute_type)',
    // Whether a month has to be counted again.
    '(registered_month, changed)',
  ],
  fillfactor: 80,
};

/** Only disputes that somebody linked: their number is small, and all of them are asked for. */
const LINKED = `
  DO $$ DECLARE generation text; BEGIN
    FOR generation IN SELECT tablename FROM pg_tables WHERE schemaname = 'views' AND tablename ~ '^likeness_[0-9]+$'
    LOOP EXECUTE format('CREATE INDEX ON views.%I (key) WHERE links <> ''{}''', generation); END LOOP;
  END $$`;

/** Begins empty: the projector fills it from the first event on, while the views that are there skip what they have. */
export class Funnel1796740000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createView(runner, 'funnel', FUNNEL);
    await runner.query(LINKED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropView(runner, 'funnel');
  }
}
