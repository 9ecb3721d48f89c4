import type { Instant } from '@mediation/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { VIEWS } from '../tokens';

export const minutesLater = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

export interface IssuedCode {
  readonly id: string;
  readonly dispute: string;
  readonly party: string;
  readonly numbers: readonly string[];
  readonly hash: Buffer;
  readonly issuedBy: { readonly org: string; readonly sub: string };
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

export interface OpenCode {
  readonly id: string;
  readonly dispute: string;
  readonly hash: Buffer;
}

/** What a session is bound to. */
export interface Bound {
  readonly dispute: string;
  readonly party: string;
}

/** Codes and attempts, in the centre's own tables: what is issued and used stays there to be looked into. */
@Injectable()
export class PartyCodesStore {
  constructor(@Inject(VIEWS) private readonly database: DataSource) {}

  /** Whatever was issued to the party before and not used is worth nothing from now on. */
  async issue({ id, dispute, party, numbers, hash, issuedBy, issuedAt, expiresAt }: IssuedCode): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query(
        `UPDATE center.party_codes SET expires_at = $3
         WHERE dispute = $1 AND party = $2 AND used_at IS NULL AND expires_at > $3`,
        [dispute, party, issuedAt],
      );
      await manager.query(
        `INSERT INTO center.party_codes (id, dispute, party, numbers, hash, issued_by_org, issued_by_sub, issued_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, dispute, party, numbers, hash, issuedBy.org, issuedBy.sub, issuedAt, expiresAt],
      );
    });
  }

  /** Counted before anything is looked at, so that those who try at once are counted, too. */
  async attempt(key: Buffer, at: Instant): Promise<number> {
    const [row] = await this.database.query<{ attempts: number }[]>(
      `INSERT INTO center.party_attempts (key, hour, attempts) VALUES ($1, date_trunc('hour', $2::timestamptz), 1)
       ON CONFLICT (key, hour) DO UPDATE SET attempts = party_attempts.attempts + 1 RETURNING attempts`,
      [key, at],
    );
    return row?.attempts ?? 1;
  }

  async forgetAttempts(before: Instant): Promise<void> {
    await this.database.query('DELETE FROM center.party_attempts WHERE hour < $1', [before]);
  }

  async open(number: string, at: Instant): Promise<readonly OpenCode[]> {
    return this.database.query<OpenCode[]>(
      `SELECT id, dispute, hash FROM center.party_codes
       WHERE numbers @> ARRAY[$1] AND used_at IS NULL AND expires_at > $2`,
      [number, at],
    );
  }

  /** False when somebody else was first. */
  async use(
    id: string,
    session: { readonly hash: Buffer; readonly at: Instant; readonly until: Instant },
  ): Promise<boolean> {
    const [rows] = await this.database.query<[{ id: string }[], number]>(
      `UPDATE center.party_codes SET used_at = $2, session_hash = $3, session_until = $4
       WHERE id = $1 AND used_at IS NULL RETURNING id`,
      [id, session.at, session.hash, session.until],
    );
    return rows.length === 1;
  }

  async bound(sessionHash: Buffer, at: Instant): Promise<Bound | undefined> {
    const [row] = await this.database.query<Bound[]>(
      'SELECT dispute, party FROM center.party_codes WHERE session_hash = $1 AND session_until > $2',
      [sessionHash, at],
    );
    return row;
  }

  async endSession(sessionHash: Buffer, at: Instant): Promise<void> {
    await this.database.query(
      'UPDATE center.party_codes SET session_until = $2 WHERE session_hash = $1 AND session_until > $2',
      [sessionHash, at],
    );
  }
}
