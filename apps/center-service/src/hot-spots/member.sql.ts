import { sql } from '../sql';

/** What a group tells of each of its disputes `d`. */
export const memberColumns = sql`d.key AS id, d.dispute_type AS type, d.place, d.registered_on::text AS "registeredOn", d.phase`;
