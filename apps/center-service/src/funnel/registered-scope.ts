import { sightOf, type SightKey } from '@mediation/dispute/read-models';
import { covers, tierOfDivision } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { sql, type Sql } from '../sql';

/**
 * The funnel counts a dispute where it was registered. What registered it holds or has held it, so whoever oversees the registering
 * body may see it (`visible`): the two conditions are the same for a dispute's first custodian.
 */
const registeredBy = (key: SightKey, body: Sql): Sql => {
  if (key.startsWith('area:')) return sql`${body} LIKE ${`${key.slice('area:'.length)}%`}`;
  if (key.startsWith('committees:')) return sql`${body} LIKE ${`${key.slice('committees:'.length)}%-committee`}`;
  return sql`${body} = ${key}`;
};

/** Registered by a body that the caller is or oversees; `body` is who registered it. */
export const registeredInSight = (caller: Principal, body: Sql = sql`f.body`): Sql => {
  const sight = sightOf(caller);
  if (sight === 'everything') return sql`true`;
  const any = sight.map((key) => registeredBy(key, body)).reduce((a, b) => sql`${a} OR ${b}`);
  return sql`(${any})`;
};

/**
 * The division whose townships make up all that is asked for, '' for every district; undefined where single bodies or villages have
 * to be looked at.
 */
export const areaAskedFor = (caller: Principal, org: string | undefined): string | undefined => {
  const sight = sightOf(caller);
  const own = sight === 'everything' ? '' : sight.find((key) => key.startsWith('area:'))?.slice('area:'.length);
  const isWhole = (division: string) =>
    division === '' || ['district', 'township'].includes(tierOfDivision(division) ?? '');
  if (own === undefined || !isWhole(own)) return undefined;
  if (org === undefined) return own;
  if (!isWhole(org)) return undefined;
  if (own === '' || covers(own, org)) return org;
  return covers(org, own) ? own : undefined;
};
