import type { Role } from '@mediation/access';
import type { BodyCode } from '@mediation/kernel';

const PREFIX = 'sample-year:';

/** Who tells the sample year: one account for each body and role, since nobody reviews what he has claimed himself. */
export const sampleSubject = (role: Role, org: BodyCode): string => `${PREFIX}${role}@${org}`;

export const isSampleSubject = (sub: string): boolean => sub.startsWith(PREFIX);
