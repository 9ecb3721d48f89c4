import { parseBodyCode, type Tier } from '@mediation/kernel';
import { ProblemError, PROBLEMS, type Principal } from '@mediation/nest';
import type { Route } from './route';

/** @throws ProblemError 403 */
export const requireAllowed = (route: Route, tier: Tier, caller: Principal): void => {
  if (!caller.roles.some((role) => route.roles.includes(role))) throw new ProblemError(PROBLEMS.forbidden);
  requireTier(tier, caller);
};

/** The tier's service serves the bodies of that tier; `system` works for all. @throws ProblemError 403 */
export const requireTier = (tier: Tier, caller: Principal): void => {
  if (caller.roles.includes('system') || parseBodyCode(caller.org)?.tier === tier) return;
  throw new ProblemError({
    status: 403,
    code: 'wrong-tier',
    zh: '本机构不属于这一层级，请使用本层级的服务地址。',
    en: 'Your body is not of this tier; use the address of its own tier.',
  });
};
