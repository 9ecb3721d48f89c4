import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = [
  'committee',
  'judicial-office',
  'center',
  'pretrial-room',
  'police',
  'court',
  'medical',
  'brigade',
  'squad',
  'petition-office',
  'justice-bureau',
  'agency',
  'leading-group',
];

export class CreateDirectory1795392000000 implements MigrationInterface {
  readonly name = 'CreateDirectory1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA directory');
    await runner.query(`
      CREATE TABLE directory.division (
        code text PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        tier text NOT NULL,
        parent text REFERENCES directory.division,
        CHECK (code ~ '^[0-9]+$' AND (tier, length(code)) IN (('district', 6), ('township', 9), ('village', 12))),
        CHECK (CASE tier WHEN 'district' THEN parent IS NULL
               ELSE parent IS NOT NULL AND parent = left(code, length(code) - 3) END)
      )`);
    await runner.query(`
      CREATE TABLE directory.body (
        code text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN (${KINDS.map((kind) => `'${kind}'`).join(', ')})),
        division text NOT NULL REFERENCES directory.division,
        tier text NOT NULL CHECK (tier IN ('district', 'township', 'village')),
        name_zh text NOT NULL CHECK (name_zh <> ''),
        parent text REFERENCES directory.body CHECK (parent <> code),
        CHECK (split_part(code, '-', 1) = division)
      )`);
    await runner.query(`
      CREATE TABLE directory.mediator (
        id text PRIMARY KEY,
        body text NOT NULL REFERENCES directory.body,
        display_name text NOT NULL CHECK (display_name <> ''),
        full_time boolean NOT NULL,
        is_chair boolean NOT NULL,
        specialties text[] NOT NULL DEFAULT '{}'
      )`);
    await runner.query('CREATE INDEX ON directory.mediator (body)');
    await runner.query('CREATE UNIQUE INDEX mediator_one_chair ON directory.mediator (body) WHERE is_chair');
    await runner.query('GRANT USAGE ON SCHEMA directory TO mediation_app');
    await runner.query('GRANT SELECT ON ALL TABLES IN SCHEMA directory TO mediation_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA directory CASCADE');
  }
}
