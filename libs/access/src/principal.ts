import { isRole, type Role } from './role';

/** Who calls, as a verified token says it. */
export interface Principal {
  readonly sub: string;
  /** Code of the body the caller acts for. */
  readonly org: string;
  /** At least one. */
  readonly roles: readonly Role[];
  /** Seconds since 1970 after which the token is worth nothing. */
  readonly exp: number;
}

const MAX_LENGTH = 200;
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_LENGTH;

/** Undefined when a claim is missing, malformed, or no role is left that we know. */
export const principalFrom = (claims: Readonly<Record<string, unknown>>): Principal | undefined => {
  const { sub, org, roles, exp } = claims;
  if (!isName(sub) || !isName(org) || typeof exp !== 'number' || !Array.isArray(roles)) return undefined;
  const known = [...new Set(roles.filter(isRole))];
  return known.length === 0 ? undefined : { sub, org, roles: known, exp };
};
