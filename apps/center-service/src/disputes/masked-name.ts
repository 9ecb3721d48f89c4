import type { PartyKind } from '@mediation/dispute/domain';

/** 张某某 → 张**; of an organisation the name is no secret. */
export const maskedName = (name: string, kind: PartyKind): string => {
  if (kind === 'legal-person' || kind === 'agency' || kind === 'unincorporated') return name;
  const [first = '', ...rest] = [...name];
  return rest.length === 0 ? '*' : `${first}${'*'.repeat(Math.min(rest.length, 2))}`;
};
