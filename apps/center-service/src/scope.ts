import { isFirewalled, overseesBody } from '@mediation/dispute/domain';
import { oversightKeys, sightOf, type Viewer } from '@mediation/dispute/read-models';
import { parseBodyCode } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import { sql, type Sql } from './sql';

/** Disputes, named `d` in the query unless told otherwise, that the caller may see. */
export const visible = (caller: Principal, seenBy = sql`d.seen_by`): Sql => {
  const sight = sightOf(caller);
  return sight === 'everything' ? sql`true` : sql`${seenBy} && ${sight}::text[]`;
};

/** A court or police body that reads by the firewall's table: not one whose role reads a whole division anyway. */
export const readsByFirewall = (caller: Principal): boolean => {
  const sight = sightOf(caller);
  const readsDivision = sight === 'everything' || sight.some((key) => key.startsWith('area:'));
  return isFirewalled(caller.org) && !readsDivision;
};

/** The evidence firewall on handoffs `b`: courts and police know of their own. */
export const knowsHandoff = (caller: Principal): Sql =>
  readsByFirewall(caller) ? sql`${caller.org} IN (b.from_body, b.to_body)` : sql`true`;

/** Whether names are shown in full: to the body that is responsible now, and to those who oversee a holder. */
export const knowsParties = (
  caller: Viewer,
  dispute: { readonly custodian: string; readonly seenBy: readonly string[] },
) => dispute.custodian === caller.org || oversightKeys(caller).some((key) => dispute.seenBy.includes(key));

/** The same as a condition. */
export const partiesKnown = (caller: Viewer): Sql =>
  sql`(d.custodian = ${caller.org} OR d.seen_by && ${oversightKeys(caller)}::text[])`;

export const disputeNotFound = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'dispute-unknown',
    zh: '没有这件纠纷，或您的机构无权查看。',
    en: 'There is no such dispute, or your body may not see it.',
  });

/** A worklist is read by its own body and by those who oversee it. */
export const requireWorklist = (caller: Principal, body: string): void => {
  const sight = sightOf(caller);
  const isKnown = parseBodyCode(body) !== undefined;
  const mayRead =
    sight === 'everything' ||
    caller.org === body ||
    overseesBody(caller.org, body) ||
    sight.some((key) => key.startsWith('area:') && body.startsWith(key.slice('area:'.length)));
  if (isKnown && mayRead) return;
  throw new ProblemError({
    status: 404,
    code: 'worklist-unknown',
    zh: '没有这个机构的工作清单，或您的机构无权查看。',
    en: 'There is no worklist of that body, or your body may not see it.',
  });
};

const OPERATORS = ['center-officer', 'district-supervisor', 'auditor', 'system'];

/** How the views themselves are doing concerns those who run the centre. */
export const requireOperator = ({ roles }: Principal): void => {
  if (roles.some((role) => OPERATORS.includes(role))) return;
  throw new ProblemError({
    status: 403,
    code: 'role-not-allowed',
    zh: '您的角色不能查看系统状态。',
    en: 'Your role may not see the state of the system.',
  });
};
