import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from './create-view';

/** 以案定补, one row for each dispute whose subsidy was claimed, or gave way to another registration's. Nothing personal. */
const SUBSIDIES = {
  columns: `
  dispute      text COLLATE "C" NOT NULL,
  revision     int  NOT NULL,
  phase        text NOT NULL,
  body         text COLLATE "C",
  dossier      text,
  mediators    text[],
  difficulty   text,
  result       text,
  rate         text,
  pack         text,
  amount_fen   bigint,
  claimed_on   date,
  reviewed_on  date,
  reason       text,
  approved_on  date,
  paid_on      date,
  batch        text,
  recovered_on date,
  yielded_to   text COLLATE "C"`,
  indexes: ['(claimed_on, key)', '(body, claimed_on)', 'USING gin (mediators)'],
};

export class Subsidies1796720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createView(runner, 'subsidies', SUBSIDIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropView(runner, 'subsidies');
  }
}
