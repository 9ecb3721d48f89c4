import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the centre itself keeps beside its views, which a rebuild does not make anew. A code is there as a hash only; which party it was
 * issued for, by whom and when it was used stays, as the record of who may have read what.
 */
const TABLES = `
CREATE SCHEMA IF NOT EXISTS center;

CREATE TABLE center.party_codes (
  id            uuid PRIMARY KEY,
  dispute       text NOT NULL,
  party         text NOT NULL,
  numbers       text[] NOT NULL,
  hash          bytea NOT NULL,
  issued_by_org text NOT NULL,
  issued_by_sub text NOT NULL,
  issued_at     timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  used_at       timestamptz,
  session_hash  bytea UNIQUE,
  session_until timestamptz
);
CREATE INDEX party_codes_numbers ON center.party_codes USING gin (numbers);
CREATE INDEX party_codes_party ON center.party_codes (dispute, party) WHERE used_at IS NULL;

CREATE TABLE center.party_attempts (
  key      bytea NOT NULL,
  hour     timestamptz NOT NULL,
  attempts int NOT NULL,
  PRIMARY KEY (key, hour)
);

GRANT USAGE ON SCHEMA center TO mediation_app;
GRANT SELECT, INSERT ON center.party_codes TO mediation_app;
GRANT UPDATE (expires_at, used_at, session_hash, session_until) ON center.party_codes TO mediation_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON center.party_attempts TO mediation_app;
`;

export class PartyCodes1796760000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE center.party_attempts, center.party_codes');
  }
}
