import { openSidePool } from '@mediation/event-store/postgres';

/** What somebody made of two disputes, as the stored event says it. */
export interface StoredLink {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
}

export interface DuplicateLinks {
  /** What was said about any of these disputes, in its own stream or another's, in the order it was said. @throws StoreUnavailable */
  about(disputes: readonly string[]): Promise<readonly StoredLink[]>;
  close(): Promise<void>;
}

/** Those said in their own streams, and, by the index `links_to`, those said of them elsewhere. */
const ABOUT = `
  SELECT "from", "to", relation FROM (
    SELECT substr(stream, 9) AS "from", data ->> 'to' AS "to", data ->> 'relation' AS relation, epoch, transaction_id, position
    FROM journal.events WHERE type = 'dispute.linked.v1' AND stream = ANY ($1)
    UNION
    SELECT substr(stream, 9), data ->> 'to', data ->> 'relation', epoch, transaction_id, position
    FROM journal.events WHERE type = 'dispute.linked.v1' AND data ->> 'to' = ANY ($2)
  ) AS said ORDER BY epoch, transaction_id, position`;

/** Of a journal's database: what was just said is there. */
export const postgresDuplicateLinks = ({ connectionString }: { readonly connectionString: string }): DuplicateLinks => {
  const pool = openSidePool({ connectionString, applicationName: 'duplicate-links' });
  return {
    about: (disputes) => pool.rows<StoredLink>(ABOUT, [disputes.map((id) => `dispute-${id}`), disputes]),
    close: () => pool.close(),
  };
};
